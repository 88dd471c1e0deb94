using System.Text;
using HallSuite.Domain.Calendar;
using HallSuite.Infrastructure.Calendar;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Calendar;

public sealed class CalendarFileTests
{
    private const string Intro = "year 2027\n";

    [Fact]
    public async Task Read_TheExampleOfTheDocumentation_IsAYear()
    {
        var page = SourceTree.Files("docs", "calendar.md").Single().Text;
        var example = page.Split("```text\n")[1].Split("```")[0];
        var reading = await ReadAsync(Encoding.UTF8.GetBytes(example));
        Assert.Empty(reading.Faults);
        Assert.Equal(CalendarText.Write(WorkCalendar.Shipped.Years.Single(y => y.Year == 2026)), CalendarText.Write(Assert.Single(reading.Years)));
    }

    [Fact]
    public async Task Read_AFileThatIsNotUtf8_SaysTheLine()
    {
        var fault = Assert.Single((await ReadAsync([.. Encoding.UTF8.GetBytes(Intro), 0xB4, 0xBA, 0xBD, 0xDA, .. " off 02-06"u8])).Faults);
        Assert.Equal((2, "calendar.not-utf8"), (fault.Line, fault.Error.Code));
    }

    [Fact]
    public async Task Read_AFileThatIsTooLarge_IsAFault()
    {
        var large = Encoding.UTF8.GetBytes(Intro + new string('\n', CalendarFile.MostKilobytes * 1024));
        Assert.Equal("calendar.file-too-large", Assert.Single((await ReadAsync(large)).Faults).Error.Code);
    }

    [Fact]
    public async Task Read_FaultyLines_AreToldByNumber() =>
        Assert.Equal([2, 4], (await ReadAsync(Encoding.UTF8.GetBytes(Intro + "春节 of 02-06\n\n清明节 off 4月5日\n"))).Faults.Select(f => f.Line));

    private static async Task<CalendarReading> ReadAsync(byte[] file)
    {
        using var source = new MemoryStream(file);
        return await CalendarFile.ReadAsync(source, TestContext.Current.CancellationToken);
    }
}
