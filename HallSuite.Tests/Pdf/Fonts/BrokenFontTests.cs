using System.Text;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Pdf.Fonts;

/// <summary>A font file of the operator's may be anything: it works, or it is refused; it never hangs the program or takes its memory.</summary>
public sealed class BrokenFontTests
{
    private const int Trials = 400;
    private const long MostMemory = 64 * 1024 * 1024;

    [Fact]
    public void Read_ASubset_IsItselfAWellFormedFile()
    {
        var subset = new FontSubset(FontBook.Shipped.Face(FontStyle.Song));
        foreach (var glyph in Paper.Glyphs("政务☑"))
        {
            subset.NumberOf(glyph);
        }

        // It has no map of characters, since documents need none; everything up to there is read.
        var fault = Assert.Throws<PdfException>(() => FontFace.Read("subset.ttf", subset.ToFile()));
        Assert.Equal("it has no table cmap", fault.Error.Arguments[1]);
    }

    [Fact]
    public void Read_FilesThatWereChangedAnywhere_AreReadOrRefused()
    {
        var random = new Random(8105);
        var sound = SmallFont.Of("政务 Ab☑");
        var refused = 0;
        for (var i = 0; i < Trials; i++)
        {
            var broken = sound.ToArray();
            for (var changes = random.Next(1, 40); changes > 0; changes--)
            {
                // Most of the harm is in the directory and the heads of the tables.
                broken[random.Next(2) == 0 ? random.Next(400) : random.Next(broken.Length)] = (byte)random.Next(256);
            }

            refused += TryUse(broken) ? 0 : 1;
        }

        Assert.InRange(refused, 1, Trials);
    }

    [Fact]
    public void Read_FilesThatWereCutOff_AreRefused()
    {
        var sound = SmallFont.Of("政务 Ab☑");
        Assert.True(TryUse(sound));
        for (var length = 0; length < 600; length++)
        {
            Assert.False(TryUse(sound[..length]));
        }

        for (var i = 1; i < 50; i++)
        {
            Assert.False(TryUse(sound[..(sound.Length * i / 50)]));
        }
    }

    [Fact]
    public void Read_MillionsOfRangesOfCharacters_CostNoMoreThanTheirBytes()
    {
        // A map that names the whole of Unicode again and again would take hours if each range were followed.
        const int Ranges = 100_000;
        var map = new List<byte>(Ranges * 12 + 16) { 0, 0, 0, 1, 0, 3, 0, 10, 0, 0, 0, 12, 0, 12, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1, 0x86, 0xA0 };
        for (var i = 0; i < Ranges; i++)
        {
            map.AddRange([0, 0, 0, 0, 0, 0x10, 0xFF, 0xFF, 0, 0, 0, 0]);
        }

        var read = CharacterMap.Read(new FontBytes(map.ToArray()), glyphs: 65535);
        Assert.Equal('政', read['政']);
    }

    private static bool TryUse(byte[] file)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        try
        {
            var face = FontFace.Read("broken.ttf", file);
            var subset = new FontSubset(face);
            foreach (var rune in "政务 Ab".EnumerateRunes())
            {
                if (face.TryFind(rune, out var glyph))
                    subset.NumberOf(glyph);
            }

            subset.ToFile();
            return true;
        }
        catch (PdfException fault)
        {
            Assert.Equal("document.font-unusable", fault.Error.Code);
            return false;
        }
        finally
        {
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, MostMemory);
        }
    }
}
