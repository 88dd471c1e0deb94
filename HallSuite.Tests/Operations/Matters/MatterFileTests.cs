using System.Text;
using HallSuite.Domain.Calendar;
using HallSuite.Infrastructure.Matters;
using HallSuite.Infrastructure.Platform.Spreadsheets;
using HallSuite.Tests.TestKit;

namespace HallSuite.Tests.Operations.Matters;

/// <summary>A bad file is told whole: every fault, with its row.</summary>
public sealed class MatterFileTests
{
    [Fact]
    public async Task Read_GoodRows_AreWhatTheFileSays()
    {
        var row = (await MatterSheet.OfTwo().ReadAsync()).Rows[0];

        Assert.Equal((2, "市场监督管理局", "准营准办、餐饮"), (row.Line, row.Department, row.Details.Theme));
        Assert.Equal((Limit.WorkingDays(30), Limit.WorkingDays(10)), (row.Statutory, row.Committed));
        Assert.Equal(["申请书", "平面图"], row.Materials);
        Assert.Equal((1, true, true, false), (row.Details.Visits, row.Details.Online, row.Details.Booking, row.Details.Courier));
    }

    [Theory]
    [InlineData("impl_code", "12345", "matter-code.length")]
    [InlineData("impl_code", "11440000006939756B244010100700甲", "matter-code.invalid")]
    [InlineData("impl_code", "", "matter-code.length")]
    [InlineData("task_type", "行政处罚", "matter-file.value-unknown")]
    [InlineData("task_type", "", "matter-file.value-missing")]
    [InlineData("name", "", "matter.name-invalid")]
    [InlineData("dept", "  ", "matter-file.value-missing")]
    [InlineData("legal_days", "abc", "matter-file.number-invalid")]
    [InlineData("legal_days", "1.5", "matter-file.number-invalid")]
    [InlineData("legal_days", "0", "calendar.limit-invalid")]
    [InlineData("legal_days", "-3", "calendar.limit-invalid")]
    [InlineData("legal_days", "", "standard.licence-needs-limit")]
    [InlineData("legal_unit", "", "matter-file.value-missing")]
    [InlineData("legal_unit", "小时", "matter-file.value-unknown")]
    [InlineData("promised_days", "31", "standard.committed-longer")]
    [InlineData("visits", "many", "matter-file.number-invalid")]
    [InlineData("visits", "21", "matter.visits-invalid")]
    [InlineData("online", "perhaps", "matter-file.value-unknown")]
    [InlineData("objects", "外星人", "matter-file.value-unknown")]
    [InlineData("objects", "", "matter.serves-nobody")]
    public async Task Read_ABadCell_IsToldWithItsRow(string column, string value, string code)
    {
        var reading = await MatterSheet.OfTwo().With(1, column, value).ReadAsync();

        Assert.Equal([(3, code)], reading.Faults.Select(f => (f.Line, f.Error.Code)));
        Assert.Empty(reading.Rows);
    }

    [Fact]
    public async Task Read_ManyFaults_AreAllTold()
    {
        var reading = await MatterSheet.OfTwo().With(0, "legal_days", "abc").With(0, "objects", "外星人").With(1, "promised_days", "99").ReadAsync();

        Assert.Equal(
            [(2, "matter-file.number-invalid"), (2, "matter-file.value-unknown"), (3, "standard.committed-longer")],
            reading.Faults.Select(f => (f.Line, f.Error.Code)));
    }

    [Fact]
    public async Task Read_ACodeTwice_NamesTheFirstRow()
    {
        var fault = Assert.Single((await MatterSheet.OfTwo().With(1, "impl_code", MatterSheet.FirstCode.ToLowerInvariant()).ReadAsync()).Faults);

        Assert.Equal((3, "matter-file.code-twice"), (fault.Line, fault.Error.Code));
        Assert.Equal([MatterSheet.FirstCode, 2], fault.Error.Arguments);
    }

    [Fact]
    public async Task Read_MissingColumns_AreAllNamed()
    {
        var reading = await MatterSheet.OfTwo().Without("name").Without("legal_days").ReadAsync();

        Assert.Equal([(1, "name"), (1, "legal_days")], reading.Faults.Select(f => (f.Line, (string)f.Error.Arguments[0])));
        Assert.All(reading.Faults, f => Assert.Equal("spreadsheet.column-missing", f.Error.Code));
    }

    [Fact]
    public async Task Read_HeadingsInChinese_AreTheSameColumns()
    {
        var csv = MatterSheet.OfTwo().Csv.Replace("impl_code", "实施编码", StringComparison.Ordinal).Replace("legal_days", "法定办结时限", StringComparison.Ordinal);

        Assert.Equal(2, (await MatterSheet.ReadAsync(Encoding.UTF8.GetBytes(csv))).Rows.Count);
    }

    [Fact]
    public async Task Read_ABrokenEncoding_SaysTheLine()
    {
        var bytes = Encoding.UTF8.GetBytes(MatterSheet.OfTwo().Csv).Concat(new byte[] { 0xFF, 0xFE, 0x80 }).ToArray();

        Assert.Equal("spreadsheet.encoding-broken", Assert.Single((await MatterSheet.ReadAsync(bytes)).Faults).Error.Code);
    }

    [Fact]
    public async Task Read_HeadingsAlone_AreNoFile() =>
        Assert.Equal("matter-file.no-rows", Assert.Single((await MatterSheet.ReadAsync(Encoding.UTF8.GetBytes(new MatterSheet().Csv))).Faults).Error.Code);

    [Fact]
    public async Task Read_AWorkbook_IsReadLikeText()
    {
        var lines = MatterSheet.OfTwo().Csv.Split('\n').Select(l => l.Split(',')).ToList();
        using var workbook = new MemoryStream();
        var cells = lines.Skip(1).Select(row => (IReadOnlyList<SheetCell>)[.. row.Select(c => int.TryParse(c, out var number) ? (SheetCell)number : c)]);
        var sheet = Sheet.Of("事项", [.. lines[0].Select(h => SheetColumn.Text(h))], cells);
        (await XlsxWriter.WriteAsync(workbook, [sheet], TestContext.Current.CancellationToken)).ShouldPass();

        var (text, read) = (await MatterSheet.OfTwo().ReadAsync(), await MatterSheet.ReadAsync(workbook.ToArray()));

        Assert.Empty(read.Faults);
        Assert.Equal(text.Rows.Select(r => (r.Code.Text, r.Statutory, r.Details.Visits)), read.Rows.Select(r => (r.Code.Text, r.Statutory, r.Details.Visits)));
    }

    [Theory]
    [InlineData("市场监督管理局 ", "市场监督管理局")]
    [InlineData(" 广东省 地质装备中心", "广东省地质装备中心")]
    [InlineData("参事室 (文史研究馆)", "参事室(文史研究馆)")]
    [InlineData("Office of  Trade", "Office of Trade")]
    public async Task Read_BlanksInADepartment_AreTakenOutAndRemarked(string raw, string tidy)
    {
        var reading = await MatterSheet.OfTwo().With(0, "dept", raw).ReadAsync();

        Assert.Equal(tidy, reading.Rows[0].Department);
        Assert.Equal([new RemarkOnRow(2, RowRemark.DepartmentBlanks)], reading.Remarks);
    }

    [Fact]
    public async Task Read_TheCatalogueOfAProvince_KnowsEveryTrap()
    {
        var reading = await MatterSheet.OfAProvinceAsync();

        Assert.Empty(reading.Faults);
        Assert.Equal(2262, reading.Rows.Count);
        Assert.Equal(363, reading.Rows.Count(r => r.Code.Text.Length == 33));
        Assert.Equal(98, reading.Rows.Max(r => r.Details.Name.Length));
        Assert.Equal(67, reading.Rows.GroupBy(r => r.Details.Name).Count(same => same.Select(r => r.Department).Distinct().Count() > 1));
        Assert.All(reading.Rows, r => Assert.NotEmpty(r.Materials));
        var counts = reading.Remarks.GroupBy(r => r.Remark).ToDictionary(g => g.Key, g => g.Count());
        Assert.Equal(1453, counts[RowRemark.NoMaterial]);
        Assert.Equal(713, counts[RowRemark.NoStatutoryLimit]);
        Assert.Equal(11, counts[RowRemark.CalendarDays]);
        Assert.Equal(9, counts[RowRemark.UnitsMixed]);
        Assert.Equal(15, counts[RowRemark.DepartmentBlanks]);
        Assert.Equal(136, counts[RowRemark.NameShared]);
        Assert.Equal(6, counts[RowRemark.AuthorityUnsound]);
    }
}
