using HallSuite.Domain.Kernel;

namespace HallSuite.Infrastructure.Platform.Pdf;

/// <summary>
/// A document cannot be made, signed or read, and why: drawing is many small calls deep, so the refusal travels as an exception and whoever issues
/// the document turns it back into its <see cref="Error"/>. Nothing of a document that threw may be handed out.
/// </summary>
public sealed class PdfException(Error error, Exception? inner = null) : Exception(error.ToString(), inner)
{
    /// <summary>A refusal of <see cref="PdfErrors"/>.</summary>
    public Error Error { get; } = error;
}
