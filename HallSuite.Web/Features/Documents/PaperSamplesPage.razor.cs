using System.Globalization;
using HallSuite.Domain.Documents;
using HallSuite.Infrastructure.Documents.Papers;
using HallSuite.Web.Text;
using Microsoft.AspNetCore.Components;

namespace HallSuite.Web.Features.Documents;

/// <summary>What each paper of the hall looks like, as a sample: on paper, and as pages show it.</summary>
public sealed partial class PaperSamplesPage(PaperSamples samples, EnumTexts enums) : ComponentBase
{
    /// <summary>The view that shows a paper as part of the page; any other shows the PDF.</summary>
    private const string OnPage = "page";

    /// <summary>The kind that is shown, as the name of a <see cref="DocumentKind"/>.</summary>
    [SupplyParameterFromQuery]
    private string? Kind { get; set; }

    [SupplyParameterFromQuery]
    private string? View { get; set; }

    private PaperSamples Samples => samples;

    private EnumTexts Enums => enums;

    private DocumentKind Chosen => Enum.TryParse<DocumentKind>(Kind, ignoreCase: true, out var kind) && samples.Kinds.Contains(kind) ? kind : samples.Kinds[0];

    private OfficialPaper? Sections => samples.Write(Chosen);

    private bool IsPage => View == OnPage && Sections is not null;

    /// <summary>Beside the English word what is printed.</summary>
    private static string? NameOnPaper(DocumentKind kind) => CultureInfo.CurrentUICulture.Name == Languages.English ? DocumentWords.TitleOf(kind) : null;
}
