namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>A part of a document's structure: made once, its content may lie on any number of pages.</summary>
public readonly record struct PdfElement
{
    internal PdfElement(int index) => Index = index;

    internal int Index { get; }
}

/// <summary>
/// The tree of what a document's parts are (ISO 32000-1, 14.7). It is written when the last page is, so until then it is kept as one list of small
/// nodes: a table of 4,000 rows is some 60,000 of them in 3 MB.
/// </summary>
internal sealed class PdfStructure
{
    private const int None = -1;

    private readonly List<Node> nodes = [];
    private readonly Dictionary<int, string> alternatives = [];
    private readonly Dictionary<int, string> attributes = [];

    /// <summary>For each page the elements of its marked contents, by their numbers.</summary>
    private readonly List<int[]> pages = [];

    public PdfStructure() => nodes.Add(new Node { Tag = PdfTag.Document, Parent = None, First = None, Last = None, Next = None });

    public static PdfElement Root => new(0);

    public PdfElement Begin(PdfElement parent, PdfTag tag, string? alternative, string? attribute)
    {
        var element = new PdfElement(Append(new Node { Tag = tag, Parent = parent.Index, First = None, Last = None, Next = None, Page = None }));
        if (!string.IsNullOrEmpty(alternative))
            alternatives[element.Index] = alternative;
        if (attribute is not null)
            attributes[element.Index] = attribute;

        return element;
    }

    /// <summary>Marked content of an element on a page.</summary>
    public void Content(PdfElement element, int page, int number) =>
        Append(new Node { IsContent = true, Parent = element.Index, First = number, Last = None, Next = None, Page = page });

    public PdfTag TagOf(PdfElement element) => nodes[element.Index].Tag;

    public void FinishPage(int[] elements) => pages.Add(elements);

    /// <summary>Writes the tree and answers the number of its root.</summary>
    public int Write(PdfObjects objects, IReadOnlyList<int> pageIds)
    {
        var root = objects.Reserve();
        var ids = new int[nodes.Count];
        for (var i = 0; i < nodes.Count; i++)
        {
            ids[i] = nodes[i].IsContent ? 0 : objects.Reserve();
        }

        for (var i = 0; i < nodes.Count; i++)
        {
            if (!nodes[i].IsContent)
                WriteElement(objects, i, ids, root, pageIds);
        }

        var parents = objects.Reserve();
        var text = objects.Scratch;
        text.Clear();
        text.Add("<</Nums[");
        for (var page = 0; page < pages.Count; page++)
        {
            text.Add(page).Add("[");
            foreach (var element in pages[page])
            {
                text.Reference(ids[element]).Add(" ");
            }

            text.Add("]");
        }

        objects.Pack(parents, text.Add("]>>"));
        text.Clear();
        objects.Pack(root, text.Add("<</Type/StructTreeRoot/K ").Reference(ids[0]).Add("/ParentTree ").Reference(parents).Add("/ParentTreeNextKey ").Add(pages.Count).Add(">>"));
        return root;
    }

    private void WriteElement(PdfObjects objects, int index, int[] ids, int root, IReadOnlyList<int> pageIds)
    {
        var node = nodes[index];
        var text = objects.Scratch;
        text.Clear();
        text.Add("<</S/").Add(PdfTagNames.Of(node.Tag)).Add("/P ").Reference(node.Parent == None ? root : ids[node.Parent]);
        var page = None;
        text.Add("/K[");
        for (var kid = node.First; kid != None; kid = nodes[kid].Next)
        {
            if (!nodes[kid].IsContent)
            {
                text.Reference(ids[kid]).Add(" ");
                continue;
            }

            page = page == None ? nodes[kid].Page : page;
            if (nodes[kid].Page == page)
                text.Add(nodes[kid].First).Add(" ");
            else
                text.Add("<</Type/MCR/Pg ").Reference(pageIds[nodes[kid].Page]).Add("/MCID ").Add(nodes[kid].First).Add(">>");
        }

        text.Add("]");
        if (page != None)
            text.Add("/Pg ").Reference(pageIds[page]);
        if (attributes.TryGetValue(index, out var attribute))
            text.Add("/A").Add(attribute);
        if (alternatives.TryGetValue(index, out var alternative))
            text.Add("/Alt").Text(alternative);

        objects.Pack(ids[index], text.Add(">>"));
    }

    private int Append(Node node)
    {
        var index = nodes.Count;
        nodes.Add(node);
        var parent = nodes[node.Parent];
        if (parent.First == None)
        {
            parent.First = index;
        }
        else
        {
            var before = nodes[parent.Last];
            before.Next = index;
            nodes[parent.Last] = before;
        }

        parent.Last = index;
        nodes[node.Parent] = parent;
        return index;
    }

    /// <summary>An element, or a marked content, whose number on its page is then <see cref="First"/>.</summary>
    private struct Node
    {
        public int Parent;
        public int First;
        public int Last;
        public int Next;
        public int Page;
        public PdfTag Tag;
        public bool IsContent;
    }
}
