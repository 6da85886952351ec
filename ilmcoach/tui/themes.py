"""Two quiet themes: one accent, one warning, dim for the rest."""

from __future__ import annotations

from textual.theme import Theme

DARK = Theme(
    name="ilmcoach-dark",
    primary="#8cc5b5",
    secondary="#8cc5b5",
    accent="#8cc5b5",
    warning="#e3ab63",
    error="#e08682",
    success="#8cc5b5",
    foreground="#dcdfe6",
    background="#14171c",
    surface="#1a1e24",
    panel="#252a32",
    dark=True,
    variables={
        "footer-background": "#14171c",
        "footer-key-foreground": "#8cc5b5",
        "footer-description-foreground": "#9aa1ad",
        "block-cursor-background": "#27423d",
        "block-cursor-foreground": "#f0f2f5",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#252a32",
        "block-cursor-blurred-foreground": "#dcdfe6",
        "border": "#8cc5b5",
        "border-blurred": "#3a414c",
        "quiet": "#9aa1ad",
        "input-selection-background": "#8cc5b5 30%",
        "scrollbar": "#3a414c",
        "scrollbar-background": "#14171c",
        "scrollbar-corner-color": "#14171c",
    },
)

LIGHT = Theme(
    name="ilmcoach-light",
    primary="#1f6f5f",
    secondary="#1f6f5f",
    accent="#1f6f5f",
    warning="#96560a",
    error="#a8322d",
    success="#1f6f5f",
    foreground="#24272c",
    background="#fbfaf7",
    surface="#f3f1ec",
    panel="#e5e2da",
    dark=False,
    variables={
        "footer-background": "#fbfaf7",
        "footer-key-foreground": "#1f6f5f",
        "footer-description-foreground": "#5d626b",
        "block-cursor-background": "#cfe3dc",
        "block-cursor-foreground": "#16181b",
        "block-cursor-text-style": "none",
        "block-cursor-blurred-background": "#e5e2da",
        "block-cursor-blurred-foreground": "#24272c",
        "border": "#1f6f5f",
        "border-blurred": "#c4c0b6",
        "quiet": "#5d626b",
        "input-selection-background": "#1f6f5f 25%",
        "scrollbar": "#c4c0b6",
        "scrollbar-background": "#fbfaf7",
        "scrollbar-corner-color": "#fbfaf7",
    },
)

THEMES = (DARK, LIGHT)
