using System.Globalization;
using System.Text;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Documents;

/// <summary>The first page of a paper in greys, coarse enough that letters are shadows and a shifted line still shows (PGM, P5).</summary>
internal sealed record GreyPicture(int Width, int Height, byte[] File, int Start)
{
    private const string Resolution = "24";

    public static async Task<GreyPicture> PaintAsync(byte[] pdf)
    {
        using var folder = new TemporaryFolder();
        var (code, complaint) = await OutsideProgram.RunOnAsync("pdftoppm", pdf, "-r", Resolution, "-gray", "-singlefile", "{file}", Path.Combine(folder.Path, "page"));
        Assert.True(code == 0, complaint);
        return Read(await System.IO.File.ReadAllBytesAsync(Path.Combine(folder.Path, "page.pgm"), TestContext.Current.CancellationToken));
    }

    public static GreyPicture Read(byte[] file)
    {
        // "P5", width, height and 255, each ended by one white space.
        var (words, at) = (new List<string>(), 0);
        while (words.Count < 4)
        {
            var end = Array.FindIndex(file, at, b => b is (byte)' ' or (byte)'\n');
            words.Add(Encoding.ASCII.GetString(file, at, end - at));
            at = end + 1;
        }

        Assert.Equal("P5", words[0]);
        return new GreyPicture(int.Parse(words[1], CultureInfo.InvariantCulture), int.Parse(words[2], CultureInfo.InvariantCulture), file, at);
    }

    public double MeanDifference(GreyPicture other) =>
        Width * Height == 0 ? 0 : Enumerable.Range(0, Width * Height).Average(i => Math.Abs(File[Start + i] - other.File[other.Start + Math.Min(i, (other.Width * other.Height) - 1)]));
}
