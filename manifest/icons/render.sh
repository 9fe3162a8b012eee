#!/usr/bin/env bash
# Draws the PNGs anew after an SVG was changed. Needs Chromium; "policybot manifest check" says whether they are as Teams wants them.
set -euo pipefail
cd "$(dirname "$0")"
page="$(mktemp --suffix .html)"
trap 'rm -f "$page"' EXIT
for icon in color:192 outline:32; do
  name="${icon%%:*}" size="${icon##*:}"
  { echo '<body style="margin:0"><style>svg { display: block }</style>'; cat "$name.svg"; } > "$page"
  chromium --headless --no-sandbox --disable-gpu --hide-scrollbars --force-device-scale-factor=1 --default-background-color=00000000 \
    --window-size="$size,$size" --screenshot="$PWD/$name.png" "file://$page" 2> /dev/null
done
