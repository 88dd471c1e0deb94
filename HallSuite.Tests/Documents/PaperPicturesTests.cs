using System.Globalization;
using HallSuite.Domain.Documents;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Documents;

/// <summary>
/// The pictures of docs/documents.md, painted by poppler from the samples. <c>HALL_PICTURES=1 ./test.sh --filter PaperPicturesTests</c> writes them to
/// docs/images; any other run only proves that they can be painted and are small.
/// </summary>
public sealed class PaperPicturesTests
{
    private const int MostBytes = 60_000;

    public static TheoryData<DocumentKind> Kinds => [.. Enum.GetValues<DocumentKind>()];

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task APicture_IsSmall(DocumentKind kind)
    {
        using var folder = new TemporaryFolder();
        var (code, complaint) = await OutsideProgram.RunOnAsync(
            "pdftoppm", PaperKit.Samples.Print(kind, TestContext.Current.CancellationToken)!, "-r", Resolution(kind), "-jpeg", "-jpegopt", "quality=72", "-singlefile", "{file}",
            Path.Combine(folder.Path, "page"));
        Assert.True(code == 0, complaint);

        var picture = new FileInfo(Path.Combine(folder.Path, "page.jpg"));
        Assert.InRange(picture.Length, 5_000, MostBytes);
        if (Environment.GetEnvironmentVariable("HALL_PICTURES") == "1")
        {
            picture.CopyTo(Path.Combine(SourceTree.Root, "docs", "images", string.Create(CultureInfo.InvariantCulture, $"paper-{kind.ToString().ToLowerInvariant()}.jpg")), overwrite: true);
        }
    }

    // The small strip larger, the landscape sheets smaller, so that they stand well beside each other.
    private static string Resolution(DocumentKind kind) => kind is DocumentKind.QueueTicket ? "110" : "60";
}
