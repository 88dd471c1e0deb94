namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>The bookmarks of a document, a tree made of their levels.</summary>
internal sealed class PdfOutline
{
    private readonly List<Entry> entries = [];

    /// <param name="level">1 is the outermost; a level that skips one hangs under the nearest above it.</param>
    /// <param name="top">From the bottom of the page, in points.</param>
    public void Add(string title, int level, int pageId, double top) => entries.Add(new Entry(title, level, pageId, top));

    /// <summary>Writes the tree and answers the number of its root; 0 where there are no bookmarks.</summary>
    public int Write(PdfObjects objects)
    {
        if (entries.Count == 0)
            return 0;

        var root = objects.Reserve();
        var ids = entries.Select(_ => objects.Reserve()).ToList();
        var parents = Parents();
        var kids = Enumerable.Range(0, entries.Count).ToLookup(i => parents[i]);
        for (var i = 0; i < entries.Count; i++)
        {
            var entry = entries[i];
            var siblings = kids[parents[i]].ToList();
            var place = siblings.IndexOf(i);
            var text = objects.Scratch;
            text.Clear();
            text.Add("<</Title").Text(entry.Title).Add("/Parent ").Reference(parents[i] < 0 ? root : ids[parents[i]]);
            text.Add("/Dest[").Reference(entry.PageId).Add("/XYZ null ").Number(entry.Top).Add("null]");
            if (place > 0)
                text.Add("/Prev ").Reference(ids[siblings[place - 1]]);
            if (place + 1 < siblings.Count)
                text.Add("/Next ").Reference(ids[siblings[place + 1]]);

            AddKids(text, [.. kids[i]], ids, Below(i, kids));
            objects.Pack(ids[i], text.Add(">>"));
        }

        var head = objects.Scratch;
        head.Clear();
        head.Add("<</Type/Outlines");
        AddKids(head, [.. kids[-1]], ids, entries.Count);
        objects.Pack(root, head.Add(">>"));
        return root;
    }

    private static void AddKids(PdfBytes text, List<int> kids, List<int> ids, int below)
    {
        if (kids.Count > 0)
            text.Add("/First ").Reference(ids[kids[0]]).Add("/Last ").Reference(ids[kids[^1]]).Add("/Count ").Add(below);
    }

    private static int Below(int entry, ILookup<int, int> kids) => kids[entry].Sum(kid => 1 + Below(kid, kids));

    private int[] Parents()
    {
        var parents = new int[entries.Count];
        var open = new Stack<int>();
        for (var i = 0; i < entries.Count; i++)
        {
            while (open.TryPeek(out var last) && entries[last].Level >= entries[i].Level)
            {
                open.Pop();
            }

            parents[i] = open.TryPeek(out var parent) ? parent : -1;
            open.Push(i);
        }

        return parents;
    }

    private sealed record Entry(string Title, int Level, int PageId, double Top);
}
