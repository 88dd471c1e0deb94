namespace HallSuite.Infrastructure.Platform.Pdf.Layout;

/// <summary>What the parts of one document know in common while it is written down.</summary>
internal sealed class DocumentScope
{
    /// <summary>Somewhere the number of all pages is asked for, so the pages are counted first.</summary>
    public bool AsksTotal { get; set; }
}
