using System.Text;
using HallSuite.Infrastructure.Matters;

namespace HallSuite.Tests.TestKit;

/// <summary>A file with matters as people hand it in, made of good rows of which a test spoils what it likes.</summary>
public sealed class MatterSheet
{
    public const string FirstCode = "11440000006939756B2440101007000";
    public const string SecondCode = "1144000067157148822440192002002";

    private readonly List<Dictionary<string, string>> rows = [];
    private readonly List<string> headings = [.. MatterFile.Headings];

    /// <summary>Two licences of two departments.</summary>
    public static MatterSheet OfTwo() => new MatterSheet().Add(FirstCode, "食品经营许可", "市场监督管理局").Add(SecondCode, "公共场所卫生许可（新办）", "卫生健康局");

    public MatterSheet Add(string code, string name, string department, string kind = "行政许可")
    {
        rows.Add(new Dictionary<string, string>
        {
            ["impl_code"] = code, ["task_type"] = kind, ["name"] = name, ["dept"] = department, ["legal_days"] = "30", ["legal_unit"] = "工作日",
            ["promised_days"] = "10", ["promised_unit"] = "工作日", ["visits"] = "1", ["online"] = "1", ["online_booking"] = "是", ["courier"] = "不支持",
            ["theme"] = "准营准办|餐饮", ["objects"] = "自然人|企业法人", ["materials"] = "申请书|平面图", ["acceptance"] = "符合法定条件",
        });
        return this;
    }

    /// <summary>Writes a cell; the first row is 0.</summary>
    public MatterSheet With(int row, string column, string value)
    {
        rows[row][column] = value;
        return this;
    }

    public MatterSheet Without(string column)
    {
        headings.Remove(column);
        return this;
    }

    public string Csv => string.Join("\n", rows.Select(r => string.Join(',', headings.Select(h => r[h]))).Prepend(string.Join(',', headings)));

    public Task<MatterReading> ReadAsync() => ReadAsync(Encoding.UTF8.GetBytes(Csv));

    public static async Task<MatterReading> ReadAsync(byte[] file)
    {
        using var source = new MemoryStream(file);
        return await MatterFile.ReadAsync(source, TestContext.Current.CancellationToken);
    }

    /// <summary>The catalogue of a province, where it lies beside the repository.</summary>
    public static async Task<MatterReading> OfAProvinceAsync()
    {
        await using var source = File.OpenRead(SharedData.Path("matters", "matters.csv"));
        return await MatterFile.ReadAsync(source, TestContext.Current.CancellationToken);
    }
}
