namespace HallSuite.Infrastructure.Platform.Pdf.Layout.Elements;

/// <summary>How the width of a table is divided among its columns: some have their points, the others shares of the rest.</summary>
internal sealed class TableColumns
{
    private readonly List<(double? Points, double Share)> columns = [];

    public int Count => columns.Count;

    public void Add(double? points, double share) => columns.Add((points, share));

    /// <summary>Where each column begins, and where the last ends; null if the columns with points of their own are wider than the table.</summary>
    public double[]? Edges(double width)
    {
        var left = width - columns.Sum(c => c.Points ?? 0);
        var shares = columns.Sum(c => c.Points is null ? c.Share : 0);
        if (left < -0.01)
        {
            return null;
        }

        var edges = new double[columns.Count + 1];
        for (var i = 0; i < columns.Count; i++)
        {
            edges[i + 1] = edges[i] + (columns[i].Points ?? left * columns[i].Share / shares);
        }

        return edges;
    }
}
