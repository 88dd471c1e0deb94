using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Platform.Pdf.Layout;

namespace HallSuite.Infrastructure.Documents.Papers;

/// <summary>A form whose paper is written as parts, so that pages can show it as well.</summary>
public interface IOfficialForm : IPaperForm
{
    OfficialPaper Write(PaperModel model);
}

/// <summary>A form that can show what it looks like, with invented people and places.</summary>
public interface ISampleForm : IPaperForm
{
    PaperModel Sample { get; }

    /// <summary>The day on which the sample is dated; always the same.</summary>
    DateOnly SampleDay { get; }
}

/// <summary>An official paper: a model, and how it reads.</summary>
public abstract class OfficialForm<TModel>(DocumentKind kind) : IOfficialForm, ISampleForm
    where TModel : PaperModel
{
    public DocumentKind Kind => kind;

    public Type Model => typeof(TModel);

    public abstract PaperModel Sample { get; }

    public virtual DateOnly SampleDay => new(2026, 9, 28);

    protected string Title => DocumentWords.TitleOf(kind);

    public OfficialPaper Write(PaperModel model) => Write((TModel)model);

    public PdfDocument Compose(PaperModel model, PaperMarks marks)
    {
        var paper = Write((TModel)model);
        return PdfDocument.Create(document => document.Page(page => OfficialLayout.Fill(page, paper, marks)));
    }

    protected abstract OfficialPaper Write(TModel model);
}
