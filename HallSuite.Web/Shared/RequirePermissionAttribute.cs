using HallSuite.Domain.Kernel;
using Microsoft.AspNetCore.Authorization;

namespace HallSuite.Web.Shared;

/// <summary>
/// The page or endpoint is for staff whose posts give this permission somewhere, read from the database with each request and each
/// navigation. Where it reaches is decided by the operations and queries behind the page.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method, AllowMultiple = true)]
public sealed class RequirePermissionAttribute : AuthorizeAttribute
{
    private const string Prefix = "permission:";

    public RequirePermissionAttribute(Permission permission) => (Permission, Policy) = (permission, Prefix + permission);

    public Permission Permission { get; }

    /// <summary>The permission a policy of this name asks for; null for other policies.</summary>
    internal static Permission? PermissionOf(string policy) =>
        policy.StartsWith(Prefix, StringComparison.Ordinal) && Enum.TryParse<Permission>(policy[Prefix.Length..], out var permission) ? permission : null;
}

/// <summary>
/// Open to everyone, and why. The only way to open a page or endpoint: a test lists all of them and wants one of these two attributes
/// on each, and the reasons are reviewed there.
/// </summary>
[AttributeUsage(AttributeTargets.Class | AttributeTargets.Method)]
public sealed class AnonymousBecauseAttribute(string reason) : AllowAnonymousAttribute
{
    public string Reason { get; } = reason;
}

/// <summary>The same two for endpoints that are mapped in code.</summary>
internal static class EndpointPermissions
{
    public static TBuilder RequirePermission<TBuilder>(this TBuilder endpoint, Permission permission) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new RequirePermissionAttribute(permission));

    public static TBuilder AnonymousBecause<TBuilder>(this TBuilder endpoint, string reason) where TBuilder : IEndpointConventionBuilder =>
        endpoint.WithMetadata(new AnonymousBecauseAttribute(reason));
}
