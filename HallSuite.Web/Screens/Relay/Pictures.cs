using System.Globalization;
using HallSuite.Domain.Kernel;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Hall;
using HallSuite.Infrastructure.Queueing;
using HallSuite.Infrastructure.Statistics;
using HallSuite.Web.Evaluator;
using HallSuite.Web.Text;

namespace HallSuite.Web.Screens.Relay;

/// <summary>What a screen shows: the component and its parameters, for the page's first load and for every push alike.</summary>
/// <param name="Seq">Rises with every change and with every minute, since waits grow without a change.</param>
internal sealed record Picture(long Seq, DateTimeOffset At, Type Component, IDictionary<string, object?> Parameters);

/// <summary>The answer to a screen that begins to watch, and what it is pushed; internal.</summary>
internal sealed record PictureAnswer(long Seq, string Html, DateTimeOffset At);

/// <summary>Our own screens: which there are, what each shows, and how it becomes HTML.</summary>
internal sealed class Pictures(
    QueueBoardQueries boards, WindowListQueries windows, WindowScreenQueries screens, HallStatisticsQueries statistics, EvaluatorQueries evaluators,
    HallSignQueries signs, PictureRenderer renderer)
{
    public const string BigView = "big";
    public const string QueueView = "queue";
    private const string WindowView = "window/";
    private const string EvaluatorView = "evaluator/";

    private static readonly Actor Reader = Actor.System("screens");

    public static string ViewOfWindow(int number) => string.Create(CultureInfo.InvariantCulture, $"{WindowView}{number}");

    public static string ViewOfEvaluator(int number) => string.Create(CultureInfo.InvariantCulture, $"{EvaluatorView}{number}");

    /// <summary>The group of a view in a language; null when there is no such view or language.</summary>
    public static FeedKey? KeyOf(HallId hall, string view, string culture) => !Languages.All.Contains(culture) ? null : view switch
    {
        BigView or QueueView => new FeedKey(FeedKind.Picture, hall, view, null, culture, HasCounts: view == BigView),
        _ when NumberIn(view, WindowView) is { } window => new FeedKey(FeedKind.Picture, hall, ViewOfWindow(window), window, culture),
        _ when NumberIn(view, EvaluatorView) is { } window => new FeedKey(FeedKind.Picture, hall, ViewOfEvaluator(window), window, culture, IsQuestion: true),
        _ => null,
    };

    public async Task<Result<Frame>> ReadAsync(FeedKey key, CancellationToken cancel)
    {
        if (!(await TakeAsync(key, Reader, cancel)).TryGet(out var picture, out var refusal))
        {
            return refusal;
        }

        var html = await renderer.RenderAsync(picture.Component, picture.Parameters, CultureInfo.GetCultureInfo(key.Culture));
        return new Frame(
            picture.Seq, new PictureAnswer(picture.Seq, html, picture.At), html, "Picture", [key.Name, picture.Seq, html, picture.At]);
    }

    /// <summary>What the view shows now, as far as the viewer may see it.</summary>
    public async Task<Result<Picture>> TakeAsync(FeedKey key, Actor viewer, CancellationToken cancel)
    {
        if (!(await signs.ReadAsync(key.Hall, cancel)).TryGet(out var words, out var unknown))
        {
            return unknown;
        }

        return key switch
        {
            { Window: { } window, IsQuestion: true } => await EvaluatorAsync(key.Hall, window, words, viewer, cancel),
            { Window: { } window } => await WindowAsync(key.Hall, window, words, viewer, cancel),
            { Name: QueueView } => await QueueAsync(key.Hall, words, viewer, cancel),
            _ => await BigAsync(key.Hall, words, viewer, cancel),
        };
    }

    private async Task<Result<Picture>> QueueAsync(HallId hall, HallSigns words, Actor viewer, CancellationToken cancel)
    {
        if (!(await boards.ReadAsync(viewer, hall, cancel)).TryGet(out var board, out var refusal))
        {
            return refusal;
        }

        return Of<QueuePicture>(board.Seq, board.At, new()
        {
            [nameof(QueuePicture.Board)] = board, [nameof(QueuePicture.Windows)] = await windows.ReadAsync(hall, cancel), [nameof(QueuePicture.Signs)] = words,
        });
    }

    private async Task<Result<Picture>> WindowAsync(HallId hall, int window, HallSigns words, Actor viewer, CancellationToken cancel)
    {
        if (!(await screens.ReadAsync(viewer, hall, window, cancel)).TryGet(out var board, out var refusal))
        {
            return refusal;
        }

        return Of<WindowPicture>(board.Seq, board.At, new() { [nameof(WindowPicture.Board)] = board, [nameof(WindowPicture.Signs)] = words });
    }

    private async Task<Result<Picture>> EvaluatorAsync(HallId hall, int window, HallSigns words, Actor viewer, CancellationToken cancel)
    {
        if (!(await evaluators.ReadAsync(viewer, hall, window, cancel)).TryGet(out var board, out var refusal))
        {
            return refusal;
        }

        return Of<EvaluatorPicture>(board.Seq, board.At, new() { [nameof(EvaluatorPicture.Board)] = board, [nameof(EvaluatorPicture.Signs)] = words });
    }

    private async Task<Result<Picture>> BigAsync(HallId hall, HallSigns words, Actor viewer, CancellationToken cancel)
    {
        if (!(await statistics.ReadAsync(viewer, hall, cancel)).TryGet(out var figures, out var refusal))
        {
            return refusal;
        }

        return Of<BigPicture>(figures.Seq, figures.At, new() { [nameof(BigPicture.Figures)] = figures, [nameof(BigPicture.Signs)] = words });
    }

    private static int? NumberIn(string view, string prefix) =>
        view.StartsWith(prefix, StringComparison.Ordinal) && int.TryParse(view.AsSpan(prefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number : null;

    // The sum of two numbers that never fall never falls, and rises when either does.
    private static Picture Of<TComponent>(long seq, DateTimeOffset at, Dictionary<string, object?> parameters) =>
        new(seq + at.ToUnixTimeSeconds() / 60, at, typeof(TComponent), parameters);
}
