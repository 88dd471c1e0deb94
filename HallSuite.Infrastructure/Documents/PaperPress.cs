using System.Text.Json;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Platform.Pdf;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Platform.Persistence;

namespace HallSuite.Infrastructure.Documents;

/// <summary>Prints papers by their forms, and writes their models down and reads them back.</summary>
public sealed class PaperPress
{
    private readonly Dictionary<Type, IPaperForm> byModel;
    private readonly Dictionary<string, Type> byName;
    private readonly FontBook fonts;

    public PaperPress(IEnumerable<IPaperForm> forms, FontBook fonts)
    {
        byModel = forms.ToDictionary(f => f.Model);
        byName = byModel.Keys.ToDictionary(NameOf);
        this.fonts = fonts;
    }

    /// <summary>The kind of paper that a model is of.</summary>
    public DocumentKind KindOf(PaperModel model) => FormOf(model).Kind;

    /// <summary>Prints one paper. The same model and marks give the same bytes.</summary>
    /// <param name="to">Written front to back and left open; what was written before an exception is no paper.</param>
    /// <exception cref="PdfException">A <c>document.…</c> refusal: a character that no font has, a picture that is none, …</exception>
    public void Print(PaperModel model, PaperMarks marks, Stream to, CancellationToken cancel)
    {
        var form = FormOf(model);
        var at = new DateTimeOffset(marks.Day, TimeOnly.MinValue, TimeSpan.Zero);
        form.Compose(model, marks).GeneratePdf(to, fonts, new PdfInfo(DocumentWords.TitleOf(form.Kind), model.Organ, marks.Number ?? "", at), cancel);
    }

    /// <summary>The name by which a model's type is known in the store.</summary>
    public static string NameOf(PaperModel model) => NameOf(model.GetType());

    /// <summary>The model as JSON.</summary>
    public static string Write(PaperModel model) => JsonSerializer.Serialize(model, model.GetType(), StoredJson.Whole);

    /// <summary>The model that was written.</summary>
    /// <param name="name">As <see cref="NameOf(PaperModel)"/> told it.</param>
    public PaperModel Read(string name, string json) => (PaperModel)JsonSerializer.Deserialize(json, byName[name], StoredJson.Whole)!;

    private static string NameOf(Type model) => model.Name;

    private IPaperForm FormOf(PaperModel model) => byModel.TryGetValue(model.GetType(), out var form)
        ? form
        : throw new InvalidOperationException($"No form is registered for {model.GetType().Name}.");
}
