using HallSuite.Domain.Documents;

namespace HallSuite.Infrastructure.Documents.Papers;

/// <summary>What each paper looks like, with invented people and places, marked as a sample all over.</summary>
public sealed class PaperSamples(IEnumerable<IPaperForm> forms, PaperPress press)
{
    private readonly Dictionary<DocumentKind, ISampleForm> samples = forms.OfType<ISampleForm>().DistinctBy(f => f.Kind).ToDictionary(f => f.Kind);

    /// <summary>The kinds that have a sample, in the order in which a case meets them.</summary>
    public IReadOnlyList<DocumentKind> Kinds => [.. samples.Keys.Order()];

    /// <summary>What the sample says; null where the kind has none.</summary>
    public PaperModel? ModelOf(DocumentKind kind) => samples.GetValueOrDefault(kind)?.Sample;

    /// <summary>The sample's number, day and check address.</summary>
    public PaperMarks? MarksOf(DocumentKind kind)
    {
        if (!samples.TryGetValue(kind, out var form))
        {
            return null;
        }

        return DocumentWords.KindWordOf(kind) is { } word
            ? new PaperMarks($"青澜卫许{word}〔2026〕31号", form.SampleDay, "https://hall.example.cn/verify/SAMPLE-2026-0031", Sample: true)
            : new PaperMarks(null, form.SampleDay, null, Sample: true);
    }

    /// <summary>The sample as a PDF; null where the kind has none.</summary>
    public byte[]? Print(DocumentKind kind, CancellationToken cancel)
    {
        if (MarksOf(kind) is not { } marks)
        {
            return null;
        }

        using var output = new MemoryStream();
        press.Print(samples[kind].Sample, marks, output, cancel);
        return output.ToArray();
    }

    /// <summary>The sample part by part, for a page; null where the kind is no official paper.</summary>
    public OfficialPaper? Write(DocumentKind kind) => samples.TryGetValue(kind, out var form) && form is IOfficialForm official ? official.Write(form.Sample) : null;
}
