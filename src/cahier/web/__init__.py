"""The shell: layout, design system, charts, home."""
