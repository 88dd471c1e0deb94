using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Platform.Pdf.Layout;

namespace HallSuite.Infrastructure.Documents;

/// <summary>
/// The form of one paper: it reads like the paper it prints. It lies in the module that issues the paper and is registered there as a singleton. A kind
/// may have several forms (certificates), a model has one.
/// </summary>
public interface IPaperForm
{
    DocumentKind Kind { get; }

    /// <summary>The model it prints, a sealed <see cref="PaperModel"/>. Its name is stored beside the models and must stay.</summary>
    Type Model { get; }

    /// <summary>Looks at no clock and draws no lots: the same input gives the same paper.</summary>
    /// <exception cref="Platform.Pdf.PdfException">The model holds what no paper can show, such as a damaged picture.</exception>
    PdfDocument Compose(PaperModel model, PaperMarks marks);
}
