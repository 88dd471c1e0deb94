namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>What is drawn until this is disposed belongs to one element, or to none of the text; then whatever it was before is so again.</summary>
internal sealed class PdfScope(PdfCanvas canvas, PdfMark before) : IDisposable
{
    public void Dispose() => canvas.Mark(before);
}

/// <summary>To which element drawing belongs; decoration belongs to none.</summary>
internal readonly record struct PdfMark(PdfElement? Element)
{
    public static PdfMark Artifact => new(null);
}
