using HallSuite.Domain.Documents;
using HallSuite.Web.Shared.Controls;

namespace HallSuite.Web.Shared.Looks;

/// <summary>State of an issued document → word, icon, tone; the same wherever one is shown.</summary>
public static class DocumentLook
{
    public static Look Of(DocumentState state) => state switch
    {
        DocumentState.Signing => new(state, IconName.Stamp, ChipTone.InWork),
        DocumentState.Valid => new(state, IconName.Success, ChipTone.Success),
        DocumentState.Void => new(state, IconName.Error, ChipTone.Danger),
    };
}
