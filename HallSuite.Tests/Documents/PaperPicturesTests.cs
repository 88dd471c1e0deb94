using System.Globalization;
using HallSuite.Domain.Documents;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Documents;

/// <summary>
/// The pictures of docs/documents.md, painted by poppler from the samples. <c>HALL_PICTURES=1 ./test.sh --filter PaperPicturesTests</c> writes them to
/// docs/images; any other run only proves that they can be painted and are small. The same with the small grey pictures in Golden, which every run compares.
/// </summary>
public sealed class PaperPicturesTests
{
    private const int MostBytes = 60_000;

    /// <summary>Of 255 greys: what another version of the painter may make of the same paper.</summary>
    private const double MostDifference = 1.5;

    private static bool Writes => Environment.GetEnvironmentVariable("HALL_PICTURES") == "1";

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
        if (Writes)
        {
            picture.CopyTo(Path.Combine(SourceTree.Root, "docs", "images", string.Create(CultureInfo.InvariantCulture, $"paper-{kind.ToString().ToLowerInvariant()}.jpg")), overwrite: true);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task APaper_LooksAsItDid(DocumentKind kind)
    {
        var now = await GreyPicture.PaintAsync(PaperKit.Samples.Print(kind, TestContext.Current.CancellationToken)!);
        var file = Path.Combine(SourceTree.Root, "HallSuite.Tests", "Documents", "Golden", $"{kind}.pgm");
        if (Writes)
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            await File.WriteAllBytesAsync(file, now.File, TestContext.Current.CancellationToken);
        }

        var before = GreyPicture.Read(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        Assert.Equal((before.Width, before.Height), (now.Width, now.Height));
        Assert.InRange(now.MeanDifference(before), 0, MostDifference);
    }

    [Fact]
    public async Task AnotherPaper_LooksDifferent()
    {
        var cancel = TestContext.Current.CancellationToken;
        var (acceptance, refusal) = (await GreyPicture.PaintAsync(PaperKit.Samples.Print(DocumentKind.Acceptance, cancel)!), await GreyPicture.PaintAsync(PaperKit.Samples.Print(DocumentKind.Refusal, cancel)!));

        Assert.True(acceptance.MeanDifference(refusal) > MostDifference);
    }

    // The small strip larger, the landscape sheets smaller, so that they stand well beside each other.
    private static string Resolution(DocumentKind kind) => kind is DocumentKind.QueueTicket ? "110" : "60";
}
