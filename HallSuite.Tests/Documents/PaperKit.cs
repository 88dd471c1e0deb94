using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Certificates;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Pdf.Fonts;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Infrastructure.Supervision;
using HallSuite.Tests.Pdf;
using HallSuite.Tests.TestKit;
using Microsoft.Extensions.DependencyInjection;

namespace HallSuite.Tests.Documents;

/// <summary>The papers as the program registers them, and what other programs read from them.</summary>
internal static class PaperKit
{
    private static readonly ServiceProvider Services = Build();

    public static PaperPress Press { get; } = Services.GetRequiredService<PaperPress>();

    public static PaperSamples Samples { get; } = Services.GetRequiredService<PaperSamples>();

    public static PaperMarks Marks { get; } = new("青澜卫许受〔2026〕31号", new(2026, 9, 28), "https://hall.example.cn/verify/7K3F92QX", Sample: false);

    public static CaseHead Case { get; } = new(
        "QINGLAN2026092100031", "公共场所卫生许可（新办）", true, "青澜市听涛宾馆有限公司", false, "913702**********2K", new(2026, 9, 21), "二楼综合窗口，电话 0532-5550-1234");

    public static IReadOnlyList<IPaperForm> Forms { get; } = [.. Services.GetServices<IPaperForm>()];

    public static PaperModel SampleOf(DocumentKind kind) => Forms.OfType<ISampleForm>().Single(f => f.Kind == kind).Sample;

    public static byte[] Print(PaperModel model, PaperMarks? marks = null)
    {
        using var output = new MemoryStream();
        Press.Print(model, marks ?? Marks, output, TestContext.Current.CancellationToken);
        return output.ToArray();
    }

    /// <summary>The text in the order in which it was written, without blanks and line ends.</summary>
    public static async Task<string> TextAsync(byte[] pdf) => string.Concat((await RawAsync(pdf)).Where(c => !char.IsWhiteSpace(c)));

    /// <summary>The text of each page.</summary>
    public static async Task<string[]> PagesAsync(byte[] pdf) => [.. (await RawAsync(pdf)).Split('\f').SkipLast(1).Select(p => string.Concat(p.Where(c => !char.IsWhiteSpace(c))))];

    /// <summary>Where the pieces stand, one after the other; fails where one is missing or stands before the one before it.</summary>
    public static void Follow(string text, params string[] pieces)
    {
        var from = 0;
        foreach (var piece in pieces)
        {
            var at = text.IndexOf(piece, from, StringComparison.Ordinal);
            Assert.True(at >= 0, $"'{piece}' does not come after the pieces before it in: {text}");
            from = at + piece.Length;
        }
    }

    private static async Task<string> RawAsync(byte[] pdf)
    {
        var (code, text) = await OutsideProgram.RunOnAsync("pdftotext", pdf, "-enc", "UTF-8", "-raw", "{file}", "-");
        Assert.True(code == 0, text);
        return text;
    }

    private static ServiceProvider Build()
    {
        var services = new ServiceCollection();
        services.AddSingleton(FontBook.Shipped);
        services.AddSingleton<PaperPress>();
        services.AddPapers();
        services.AddCasePapers();
        services.AddCertificatePapers();
        services.AddSupervisionPapers();
        services.AddMatterPapers();
        services.AddSingleton<IPaperForm, QueueTicketForm>().AddSingleton<IPaperForm, TableReportForm>();
        return services.BuildServiceProvider();
    }
}
