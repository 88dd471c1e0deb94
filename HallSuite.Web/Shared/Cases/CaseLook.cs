using HallSuite.Domain.Cases;
using HallSuite.Web.Shared.Controls;
using HallSuite.Web.Shared.Looks;

namespace HallSuite.Web.Shared.Cases;

/// <summary>Case state → word, icon, tone; the same on staff pages, screens and the applicant's page.</summary>
public static class CaseLook
{
    public static Look Of(CaseState state) => state switch
    {
        CaseState.Draft => new(state, IconName.Edit, ChipTone.Resting),
        CaseState.PreReview => new(state, IconName.Eye, ChipTone.InWork),
        CaseState.PreReviewReturned => new(state, IconName.Undo, ChipTone.Resting),
        CaseState.Received => new(state, IconName.Intake, ChipTone.InWork),
        CaseState.SupplementRequested => new(state, IconName.Document, ChipTone.Resting),
        CaseState.Accepted => new(state, IconName.Check, ChipTone.InWork),
        CaseState.NotAccepted => new(state, IconName.Close, ChipTone.Danger),
        CaseState.UnderReview => new(state, IconName.Eye, ChipTone.InWork),
        CaseState.Suspended => new(state, IconName.Pause, ChipTone.Resting),
        CaseState.Approved => new(state, IconName.Stamp, ChipTone.Success),
        CaseState.Refused => new(state, IconName.Close, ChipTone.Danger),
        CaseState.Issued => new(state, IconName.Issued, ChipTone.Success),
        CaseState.Delivered => new(state, IconName.Check, ChipTone.Success),
        CaseState.Archived => new(state, IconName.Folder, ChipTone.Resting),
        CaseState.Withdrawn => new(state, IconName.Undo, ChipTone.Resting),
        CaseState.Terminated => new(state, IconName.Minus, ChipTone.Resting),
    };

    public static Look Of(MaterialFinding finding) => finding switch
    {
        MaterialFinding.Unchecked => new(finding, IconName.Clock, ChipTone.Resting),
        MaterialFinding.Sound => new(finding, IconName.Check, ChipTone.Success),
        MaterialFinding.Faulty => new(finding, IconName.Error, ChipTone.Danger),
        MaterialFinding.Missing => new(finding, IconName.Minus, ChipTone.Danger),
        MaterialFinding.NotNeeded => new(finding, IconName.Skip, ChipTone.Resting),
    };

    /// <summary>How the dot of a review step is drawn.</summary>
    public static string ClassOf(StepState state) => state switch
    {
        StepState.Waiting or StepState.Dropped => "",
        StepState.Open => "is-current",
        StepState.Passed => "is-done",
    };
}
