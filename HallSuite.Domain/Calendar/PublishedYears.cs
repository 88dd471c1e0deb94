using HallSuite.Domain.Kernel;

namespace HallSuite.Domain.Calendar;

/// <summary>The years that come with the program: days off and make-up working days as the State Council published them.</summary>
internal static class PublishedYears
{
    public static IReadOnlyList<CalendarYear> All { get; } = Read();

    private static IReadOnlyList<CalendarYear> Read()
    {
        var reading = CalendarText.Read(Text);
        return reading.Faults.Count == 0
            ? reading.Years
            : throw new InvalidOperationException($"The published years are wrong in line {reading.Faults[0].Line}: {reading.Faults[0].Error}");
    }

    // 2019 and 2020 as their second notices left them. 3 February 2020, to which the second one moved the return to work, is a Monday like any other.
    private const string Text = """
        year 2018
        notice http://www.gov.cn/zhengce/zhengceku/2017-11/30/content_5243579.htm
        元旦 off 01-01
        春节 off 02-15..02-21 work 02-11 02-24
        清明节 off 04-05..04-07 work 04-08
        劳动节 off 04-29..05-01 work 04-28
        端午节 off 06-18
        中秋节 off 09-24
        国庆节 off 10-01..10-07 work 09-29 09-30
        year 2019
        notice http://www.gov.cn/zhengce/zhengceku/2018-12/06/content_5346276.htm
        notice http://www.gov.cn/zhengce/zhengceku/2019-03/22/content_5375877.htm
        元旦 off 2018-12-30..01-01 work 2018-12-29
        春节 off 02-04..02-10 work 02-02 02-03
        清明节 off 04-05
        劳动节 off 05-01..05-04 work 04-28 05-05
        端午节 off 06-07
        中秋节 off 09-13
        国庆节 off 10-01..10-07 work 09-29 10-12
        year 2020
        notice http://www.gov.cn/zhengce/zhengceku/2019-11/21/content_5454164.htm
        notice http://www.gov.cn/zhengce/zhengceku/2020-01/27/content_5472352.htm
        元旦 off 01-01
        春节 off 01-24..02-02 work 01-19
        清明节 off 04-04..04-06
        劳动节 off 05-01..05-05 work 04-26 05-09
        端午节 off 06-25..06-27 work 06-28
        国庆节、中秋节 off 10-01..10-08 work 09-27 10-10
        year 2021
        notice http://www.gov.cn/zhengce/zhengceku/2020-11/25/content_5564127.htm
        元旦 off 01-01..01-03
        春节 off 02-11..02-17 work 02-07 02-20
        清明节 off 04-03..04-05
        劳动节 off 05-01..05-05 work 04-25 05-08
        端午节 off 06-12..06-14
        中秋节 off 09-19..09-21 work 09-18
        国庆节 off 10-01..10-07 work 09-26 10-09
        year 2022
        notice http://www.gov.cn/zhengce/zhengceku/2021-10/25/content_5644835.htm
        元旦 off 01-01..01-03
        春节 off 01-31..02-06 work 01-29 01-30
        清明节 off 04-03..04-05 work 04-02
        劳动节 off 04-30..05-04 work 04-24 05-07
        端午节 off 06-03..06-05
        中秋节 off 09-10..09-12
        国庆节 off 10-01..10-07 work 10-08 10-09
        year 2023
        notice http://www.gov.cn/zhengce/zhengceku/2022-12/08/content_5730844.htm
        元旦 off 2022-12-31..01-02
        春节 off 01-21..01-27 work 01-28 01-29
        清明节 off 04-05
        劳动节 off 04-29..05-03 work 04-23 05-06
        端午节 off 06-22..06-24 work 06-25
        中秋节、国庆节 off 09-29..10-06 work 10-07 10-08
        year 2024
        notice https://www.gov.cn/zhengce/zhengceku/202310/content_6911528.htm
        元旦 off 01-01
        春节 off 02-10..02-17 work 02-04 02-18
        清明节 off 04-04..04-06 work 04-07
        劳动节 off 05-01..05-05 work 04-28 05-11
        端午节 off 06-10
        中秋节 off 09-15..09-17 work 09-14
        国庆节 off 10-01..10-07 work 09-29 10-12
        year 2025
        notice https://www.gov.cn/zhengce/zhengceku/202411/content_6986383.htm
        元旦 off 01-01
        春节 off 01-28..02-04 work 01-26 02-08
        清明节 off 04-04..04-06
        劳动节 off 05-01..05-05 work 04-27
        端午节 off 05-31..06-02
        国庆节、中秋节 off 10-01..10-08 work 09-28 10-11
        year 2026
        notice https://www.gov.cn/zhengce/zhengceku/202511/content_7047091.htm
        元旦 off 01-01..01-03 work 01-04
        春节 off 02-15..02-23 work 02-14 02-28
        清明节 off 04-04..04-06
        劳动节 off 05-01..05-05 work 05-09
        端午节 off 06-19..06-21
        国庆节 off 10-01..10-07 work 09-20 10-10
        中秋节 off 09-25..09-27
        """;
}
