using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Platform.Work;

namespace HallSuite.Infrastructure.Cases;

/// <summary>How many cases a hall opened on a local day: the last number given.</summary>
public sealed class CaseDay : IBookkeeping
{
    public required HallId Hall { get; init; }

    public required DateOnly Day { get; init; }

    public int Opened { get; set; }
}

/// <summary>By which import of the calendar a hall's running limits were counted last.</summary>
public sealed class CountedCalendar : IBookkeeping
{
    public required HallId Hall { get; init; }

    public required DateTimeOffset ImportedAt { get; set; }
}
