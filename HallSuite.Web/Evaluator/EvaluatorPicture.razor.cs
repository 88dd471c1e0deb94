using System.Globalization;
using HallSuite.Infrastructure.Evaluation;
using HallSuite.Infrastructure.Hall;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Evaluator;

/// <summary>What the evaluator of a window shows. What is shown until a moment, and from it on, is said to the script by the two instants.</summary>
public sealed partial class EvaluatorPicture
{
    /// <summary>The form to which the buttons of the picture belong.</summary>
    public const string FormId = "rate";

    private bool _asks;
    private bool _thanks;
    private bool _rests;

    [Parameter, EditorRequired]
    public EvaluatorBoard Board { get; set; } = null!;

    [Parameter, EditorRequired]
    public HallSigns Signs { get; set; } = null!;

    /// <summary>When it comes to rest; null when it rests already, or when only the end of the service says when.</summary>
    private string? RestFrom => _asks ? Instant(Board.Asked!.AskUntil) : _thanks ? Instant(Board.Asked!.ThankUntil) : null;

    protected override void OnParametersSet()
    {
        _thanks = Board.Asked is { ThankUntil: { } thanked } && thanked > Board.At;
        _asks = Board.Asked is { ThankUntil: null } asked && !(asked.AskUntil <= Board.At);
        _rests = !_asks && !_thanks;
    }

    private static string? Instant(DateTimeOffset? at) => at?.UtcDateTime.ToString("O", CultureInfo.InvariantCulture);
}
