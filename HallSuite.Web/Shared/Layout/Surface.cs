using System.Reflection;
using HallSuite.Web.Shared.Looks;
using Microsoft.AspNetCore.Components;
using Microsoft.AspNetCore.Components.Endpoints;

namespace HallSuite.Web.Shared.Layout;

/// <summary>The kinds of page, each with its own style sheets; a page says its kind by its layout.</summary>
public enum Surface
{
    /// <summary>Interactive pages of the staff.</summary>
    Staff,

    /// <summary>Portal and sign-in: static, for people with their own device.</summary>
    Public,

    /// <summary>Queue, window and big screens: static, kept up to date by pushes.</summary>
    Wall,

    /// <summary>The touch screen in the hall: static forms.</summary>
    Kiosk,
}

/// <summary>What kind of page a request leads to, and which style sheets it needs in which order (docs/ui.md).</summary>
public static class Surfaces
{
    // Files of packages go by their plain path: under a fingerprinted one they would be served uncompressed.
    private const string RadzenStyles = "_content/Radzen.Blazor/css/standard-base.css";
    private const string RadzenContrast = "_content/Radzen.Blazor/css/standard-wcag.css";

    /// <summary>The surface of the page that routing chose.</summary>
    public static Surface Of(HttpContext context) =>
        context.GetEndpoint()?.Metadata.GetMetadata<ComponentTypeMetadata>() is { Type: var page } ? OfLayout(LayoutOf(page)) : Surface.Staff;

    /// <summary>The layout of a page: its own, or else the staff's for interactive and the public one for static pages.</summary>
    public static Type LayoutOf(Type page) =>
        page.GetCustomAttribute<LayoutAttribute>()?.LayoutType
        ?? (page.IsDefined(typeof(ExcludeFromInteractiveRoutingAttribute)) ? typeof(PublicLayout) : typeof(StaffLayout));

    private static Surface OfLayout(Type layout) =>
        layout == typeof(WallLayout) ? Surface.Wall
        : layout == typeof(KioskLayout) ? Surface.Kiosk
        : layout == typeof(PublicLayout) ? Surface.Public
        : Surface.Staff;

    /// <summary>The style sheets of a surface, in their order. A path with <c>_content/</c> belongs to a package.</summary>
    public static IReadOnlyList<string> SheetsOf(Surface surface) => surface switch
    {
        Surface.Staff => ["css/tokens.css", RadzenStyles, RadzenContrast, "css/radzen-theme.css", "css/base.css", "css/shell.css", "css/work.css", "css/paper.css"],
        Surface.Public => ["css/tokens.css", "css/base.css", "css/landscape.css", "css/signin.css", "css/portal.css"],
        Surface.Wall => ["css/tokens.css", "css/base.css", "css/landscape.css", "css/wall.css"],
        Surface.Kiosk => ["css/tokens.css", "css/base.css", "css/landscape.css", "css/kiosk.css"],
    };

    /// <summary>The theme that a surface keeps whatever the person prefers; null where the person chooses. A bright hall asks for light walls with <c>?theme=light</c>.</summary>
    public static ThemeChoice? FixedTheme(Surface surface, string? asked) => surface switch
    {
        Surface.Wall => asked == ThemeChoices.WordOf(ThemeChoice.Light) ? ThemeChoice.Light : ThemeChoice.Dark,
        Surface.Kiosk => ThemeChoice.Light,
        Surface.Staff or Surface.Public => null,
    };
}
