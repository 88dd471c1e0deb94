using HallSuite.Domain.Applicants;
using HallSuite.Domain.Cases;
using HallSuite.Domain.Kernel;
using HallSuite.Domain.Matters;
using HallSuite.Infrastructure.Platform.Privacy;

namespace HallSuite.Infrastructure.Cases;

/// <summary>An applicant as pages show it: a person masked (DOMAIN §7), an organisation by its public name and code.</summary>
/// <param name="IdType">Null for an organisation.</param>
/// <param name="Agent">The masked name of who acts for the applicant; null when nobody does.</param>
public sealed record ShownApplicant(ApplicantKind Kind, string Name, IdentityType? IdType, string Number, string? Phone, string? Agent);

/// <summary>Opens sealed data and masks it at once.</summary>
internal static class Masked
{
    public static ShownApplicant Of(CaseApplicant applicant, PersonalData personal)
    {
        var number = personal.Open(applicant.Identity);
        return new ShownApplicant(
            applicant.Kind, NameOf(applicant, personal), applicant.IdentityType, applicant.IdentityType is { } type ? IdentityDocument.MaskOf(type, number) : number,
            applicant.Phone is { } phone ? PhoneOf(personal.Open(phone)) : null,
            applicant.Agent is { } agent ? PersonName.MaskOf(personal.Open(agent.Name)) : null);
    }

    public static string NameOf(CaseApplicant applicant, PersonalData personal)
    {
        var name = personal.Open(applicant.Name);
        return applicant.IdentityType is null ? name : PersonName.MaskOf(name);
    }

    public static string? NameOf(SealedText? name, PersonalData personal) => name is { } text ? PersonName.MaskOf(personal.Open(text)) : null;

    private static string? PhoneOf(string digits) => PhoneNumber.Of(digits) is { IsOk: true, Value: var phone } ? phone.Mask() : null;
}
