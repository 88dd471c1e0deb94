namespace HallSuite.Infrastructure.Platform.Pdf.Images;

/// <summary>Undoes the prediction of a row from its neighbours (ISO/IEC 15948, clause 9).</summary>
internal static class PngFilter
{
    /// <param name="before">The row above, already undone; zero above the first.</param>
    /// <param name="step">Bytes from one pixel to the next.</param>
    /// <exception cref="FormatException">There is no such filter.</exception>
    public static void Undo(int filter, byte[] row, byte[] before, int step)
    {
        switch (filter)
        {
            case 0:
                break;
            case 1:
                for (var i = step; i < row.Length; i++)
                {
                    row[i] += row[i - step];
                }

                break;
            case 2:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += before[i];
                }

                break;
            case 3:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += (byte)(((i < step ? 0 : row[i - step]) + before[i]) / 2);
                }

                break;
            case 4:
                for (var i = 0; i < row.Length; i++)
                {
                    row[i] += i < step ? before[i] : Paeth(row[i - step], before[i], before[i - step]);
                }

                break;
            default:
                throw new FormatException($"filter {filter}");
        }
    }

    private static byte Paeth(byte left, byte above, byte corner)
    {
        var (toLeft, toAbove, toCorner) = (Math.Abs(above - corner), Math.Abs(left - corner), Math.Abs(left + above - 2 * corner));
        return toLeft <= toAbove && toLeft <= toCorner ? left : toAbove <= toCorner ? above : corner;
    }
}
