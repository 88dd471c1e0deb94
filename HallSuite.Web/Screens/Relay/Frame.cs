using HallSuite.Domain.Kernel;

namespace HallSuite.Web.Screens.Relay;

/// <summary>What can be watched.</summary>
internal enum FeedKind
{
    /// <summary>A snapshot as data (CONTRACT §3): <c>Changed(topic, seq, snapshot)</c>.</summary>
    Data,

    /// <summary>A picture of one of our own screens: <c>Picture(view, seq, html, at)</c>, internal.</summary>
    Picture,
}

/// <summary>One group of watchers: everyone in it gets the same messages.</summary>
/// <param name="Name">The topic or the view, as the watcher named it.</param>
/// <param name="Window">The window that the name says; null for a name without one.</param>
/// <param name="Culture">The language of a picture; data has none.</param>
/// <param name="IsQuestion">What an evaluator asks, which is for evaluators alone.</param>
/// <param name="HasCounts">Whether it shows the counts of cases and ratings.</param>
internal sealed record FeedKey(FeedKind Kind, HallId Hall, string Name, int? Window, string Culture = "", bool IsQuestion = false, bool HasCounts = false)
{
    /// <summary>What whoever watches must be allowed to.</summary>
    public Permission Needs => IsQuestion ? Permission.GiveRating : Permission.ViewQueue;
}

/// <summary>What a group sees at one moment.</summary>
/// <param name="Seq">Rises with every change, with holes.</param>
/// <param name="Content">The answer to whoever begins to watch.</param>
/// <param name="Print">Equal prints look equal; the number and the moment are not in it.</param>
/// <param name="Method">The client's method that takes the frame, with its arguments.</param>
internal sealed record Frame(long Seq, object Content, string Print, string Method, object?[] Arguments);
