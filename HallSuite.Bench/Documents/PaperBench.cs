using System.Diagnostics;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Cases.Papers;
using HallSuite.Infrastructure.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Infrastructure.Platform.Pdf.Signing;
using HallSuite.Infrastructure.Platform.Persistence;
using HallSuite.Infrastructure.Statistics;

namespace HallSuite.Bench.Documents;

/// <summary>
/// Papers on one core: acceptance notices printed and signed (budget 100 a second, 80 KB), the ticket of 80 mm (10 ms), a report of 4,000 rows (1 s)
/// with the live memory it takes.
/// </summary>
internal static class PaperBench
{
    private const int Notices = 400;
    private const int ReportRows = 4000;

    private static readonly DateTimeOffset At = new(2026, 9, 28, 9, 30, 0, TimeSpan.FromHours(8));

    public static async Task RunAsync()
    {
        await using var hall = await BenchHall.CreateAsync(DatabaseProvider.Sqlite, waiting: 0);
        var (press, samples, signer) = (hall.Get<PaperPress>(), hall.Get<PaperSamples>(), hall.Get<IPdfSigner>());
        var notice = (AcceptanceNotice)samples.ModelOf(DocumentKind.Acceptance)!;
        var ticket = samples.ModelOf(DocumentKind.QueueTicket)!;
        foreach (var warm in samples.Kinds)
        {
            samples.Print(warm, CancellationToken.None);
        }

        var size = 0;
        async Task<byte[]> SignedAsync(int number)
        {
            // Another applicant each time: what is kept between documents must not help more than in a hall.
            var pdf = Print(press, notice with { Case = notice.Case with { Applicant = $"青澜市第{number}听涛宾馆有限公司" } }, number);
            return await signer.SignAsync(pdf, new PdfSignatureInfo(notice.Organ, "受理", "", At), CancellationToken.None);
        }

        await Measure.RunAsync(1, 100, SignedAsync);
        for (var round = 0; round < 3; round++)
        {
            await RunAsync("acceptance notice, printed and signed", async n => size = (await SignedAsync(n)).Length);
            Console.WriteLine(FormattableString.Invariant($"    its size {size / 1024.0:F1} KB"));
            await RunAsync("acceptance notice, printed only", n => Task.FromResult(Print(press, notice, n)));
            await RunAsync("queue ticket", n => Task.FromResult(Print(press, ticket, n)));
            Console.WriteLine(FormattableString.Invariant($"    its size {Print(press, ticket, 1).Length / 1024.0:F1} KB"));
            MeasureReport(press);
        }
    }

    // On a machine that others use too, what one core could do is told by the processor time of this process, its collections included.
    private static async Task RunAsync(string what, Func<int, Task> act)
    {
        var before = Environment.CpuUsage.TotalTime;
        var measured = await Measure.RunAsync(1, Notices, act);
        var each = (Environment.CpuUsage.TotalTime - before).TotalMilliseconds / Notices;
        Console.WriteLine(FormattableString.Invariant($"{what,-40} {measured}   {each,6:F2} ms of a core each = {1000 / each:F0}/s and core"));
    }

    private static byte[] Print(PaperPress press, PaperModel model, int number)
    {
        using var output = new MemoryStream();
        press.Print(model, new PaperMarks($"青澜卫许受〔2026〕{number}号", new DateOnly(2026, 9, 28), "https://hall.example.cn/verify/7K3F92QX", Sample: false), output, CancellationToken.None);
        return output.ToArray();
    }

    private static void MeasureReport(PaperPress press)
    {
        var before = Live();
        var most = before;
        IEnumerable<IReadOnlyList<string>> Rows()
        {
            for (var i = 1; i <= ReportRows; i++)
            {
                if (i % 1000 == 0)
                {
                    most = Math.Max(most, Live());
                }

                yield return [$"QINGLAN20260928{i:00000}", "公共场所卫生许可（新办）", $"青澜市第{i}宾馆有限公司", "市卫生健康委员会", "2026-09-28", "2026-10-30"];
            }
        }

        ReportColumn[] columns = [new("办件编号", 2.2), new("事项", 2.4), new("申请人", 2.4), new("审批部门", 2), new("受理日期", 1.1), new("截止日期", 1.1)];
        using var nothing = new CountingStream();
        press.Print(new TableReport("青澜市政务服务中心", "办件明细", "", columns, Rows()), new PaperMarks(null, new DateOnly(2026, 9, 28), null, false), nothing, CancellationToken.None);
        var memory = (most - before) / 1048576.0;

        // Timed without looking at the memory, which takes longer than the pages between two looks.
        var quiet = Enumerable.Range(1, ReportRows)
            .Select(i => (string[])[$"QINGLAN20260928{i:00000}", "公共场所卫生许可（新办）", $"青澜市第{i}宾馆有限公司", "市卫生健康委员会", "2026-09-28", "2026-10-30"]);
        var (time, core) = (Stopwatch.StartNew(), Environment.CpuUsage.TotalTime);
        using var again = new CountingStream();
        press.Print(new TableReport("青澜市政务服务中心", "办件明细", "", columns, quiet), new PaperMarks(null, new DateOnly(2026, 9, 28), null, false), again, CancellationToken.None);
        Console.WriteLine(FormattableString.Invariant($"report of {ReportRows} rows {time.Elapsed.TotalSeconds,9:F2} s, {(Environment.CpuUsage.TotalTime - core).TotalSeconds:F2} s of a core   {again.Length / 1048576.0:F2} MB   live memory at most {memory:F1} MB more"));
    }

    private static long Live() => GC.GetTotalMemory(forceFullCollection: true);
}
