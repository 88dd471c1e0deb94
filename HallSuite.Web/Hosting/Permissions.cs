using HallSuite.Domain.Kernel;
using HallSuite.Domain.Staffing;
using HallSuite.Infrastructure.Staffing;
using HallSuite.Web.Shared;
using Microsoft.AspNetCore.Authorization;
using Microsoft.Extensions.Options;

namespace HallSuite.Web.Hosting;

/// <summary>Who may open what: a policy per permission, and nothing open that does not say so.</summary>
internal static class Permissions
{
    public static void AddPermissions(this IServiceCollection services)
    {
        services.AddAuthorizationBuilder().SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build());
        services.AddSingleton<IAuthorizationPolicyProvider, PermissionPolicies>();
        services.AddSingleton<IAuthorizationHandler, PermissionHandler>();
    }
}

internal sealed record PermissionNeeded(Permission Permission) : IAuthorizationRequirement;

/// <summary>Why a request was refused, for the page that tells it.</summary>
internal sealed class RefusedReason(IAuthorizationHandler handler, Error refusal) : AuthorizationFailureReason(handler, refusal.Code)
{
    public bool MustChangePassword => Message == StaffErrors.PasswordMustBeChanged.Code;
}

/// <summary>Makes the policy of each <see cref="RequirePermissionAttribute"/>.</summary>
internal sealed class PermissionPolicies(IOptions<AuthorizationOptions> options) : DefaultAuthorizationPolicyProvider(options)
{
    public override async Task<AuthorizationPolicy?> GetPolicyAsync(string policyName) =>
        RequirePermissionAttribute.PermissionOf(policyName) is { } permission
            ? new AuthorizationPolicyBuilder().RequireAuthenticatedUser().AddRequirements(new PermissionNeeded(permission)).Build()
            : await base.GetPolicyAsync(policyName);
}

/// <summary>Asks the database, every time: a post that was taken away is gone with the next click.</summary>
internal sealed class PermissionHandler(StaffGrants grants) : AuthorizationHandler<PermissionNeeded>
{
    protected override async Task HandleRequirementAsync(AuthorizationHandlerContext context, PermissionNeeded requirement)
    {
        if (CurrentActor.Of(context.User) is not { } actor)
        {
            return;
        }

        if (await grants.RefusalAnywhereAsync(actor, requirement.Permission, CancellationToken.None) is { } refusal)
        {
            context.Fail(new RefusedReason(this, refusal));
            return;
        }

        context.Succeed(requirement);
    }
}
