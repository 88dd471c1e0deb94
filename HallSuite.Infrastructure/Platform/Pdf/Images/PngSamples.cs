namespace HallSuite.Infrastructure.Platform.Pdf.Images;

/// <summary>Turns the samples of rows into pixels of eight bits a channel.</summary>
internal sealed class PngSamples
{
    private readonly PngHeader header;
    private readonly byte[] palette;
    private readonly byte[] opacities;
    private readonly int[]? transparent;

    public PngSamples(PngHeader header, byte[] palette, byte[]? transparency)
    {
        (this.header, this.palette) = (header, palette);
        opacities = header.Colour == PngColour.Palette ? transparency ?? [] : [];
        if (transparency is not null && header.Colour is PngColour.Grey or PngColour.Rgb && transparency.Length >= header.Channels * 2)
            transparent = [.. Enumerable.Range(0, header.Channels).Select(c => transparency[c * 2] << 8 | transparency[c * 2 + 1])];

        IsGrey = header.Colour is PngColour.Grey or PngColour.GreyAlpha;
        Pixels = new byte[header.Width * header.Height * (IsGrey ? 1 : 3)];
        if (header.Colour is PngColour.GreyAlpha or PngColour.RgbAlpha || opacities.Length > 0 || transparent is not null)
            Alpha = new byte[header.Width * header.Height];
    }

    public bool IsGrey { get; }

    public byte[] Pixels { get; }

    /// <summary>Null where every pixel is opaque by the kind of the file.</summary>
    public byte[]? Alpha { get; }

    /// <param name="index">Of the pixel in its row.</param>
    /// <param name="target">Of the pixel in the picture.</param>
    /// <exception cref="IndexOutOfRangeException">A colour that the palette does not have.</exception>
    public void Put(byte[] row, int index, int target)
    {
        var first = index * header.Channels;
        switch (header.Colour)
        {
            case PngColour.Grey:
                Pixels[target] = Eight(Sample(row, first));
                PutKeyed(row, first, target);
                break;
            case PngColour.Rgb:
                PutColour(row, first, target);
                PutKeyed(row, first, target);
                break;
            case PngColour.Palette:
                var entry = Sample(row, first);
                palette.AsSpan(entry * 3, 3).CopyTo(Pixels.AsSpan(target * 3));
                if (Alpha is not null)
                    Alpha[target] = entry < opacities.Length ? opacities[entry] : (byte)255;

                break;
            case PngColour.GreyAlpha:
                Pixels[target] = Eight(Sample(row, first));
                Alpha![target] = Eight(Sample(row, first + 1));
                break;
            case PngColour.RgbAlpha:
                PutColour(row, first, target);
                Alpha![target] = Eight(Sample(row, first + 3));
                break;
        }
    }

    private void PutColour(byte[] row, int first, int target)
    {
        for (var c = 0; c < 3; c++)
        {
            Pixels[target * 3 + c] = Eight(Sample(row, first + c));
        }
    }

    /// <summary>One colour may be named transparent; it is compared at full depth.</summary>
    private void PutKeyed(byte[] row, int first, int target)
    {
        if (Alpha is null)
            return;

        var same = true;
        for (var c = 0; c < transparent!.Length; c++)
        {
            same &= Sample(row, first + c) == transparent[c];
        }

        Alpha[target] = same ? (byte)0 : (byte)255;
    }

    private int Sample(byte[] row, int index) => header.Depth switch
    {
        16 => row[index * 2] << 8 | row[index * 2 + 1],
        8 => row[index],
        var depth => row[index * depth / 8] >> (8 - depth - index * depth % 8) & ((1 << depth) - 1),
    };

    private byte Eight(int sample) => header.Depth switch
    {
        16 => (byte)(sample >> 8),
        8 => (byte)sample,
        var depth => (byte)(sample * 255 / ((1 << depth) - 1)),
    };
}
