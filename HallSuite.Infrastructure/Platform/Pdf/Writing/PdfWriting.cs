namespace HallSuite.Infrastructure.Platform.Pdf.Writing;

/// <summary>How a document is written.</summary>
/// <param name="Compress">False writes every object in the clear, for tests and for people who look into a file; the bytes then depend on nothing but input and program.</param>
/// <param name="Cancel">Looked at when a page begins and between the fonts at the end.</param>
public sealed record PdfWriting(bool Compress = true, CancellationToken Cancel = default);
