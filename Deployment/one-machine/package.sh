#!/usr/bin/env bash
# Makes policybot-linux-x64.tar.gz: the program with its .NET, and what install.sh needs. Needs the .NET 10 SDK.
# usage: package.sh [FOLDER]    where the archive goes; here without one
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
to="$(cd "${1:-.}" && pwd)"
work="$(mktemp -d)"
trap 'rm -rf "$work"' EXIT

dotnet publish "$here/../../Bot" --configuration Release --runtime linux-x64 --self-contained --verbosity quiet \
  -p:PublishReadyToRun=true -p:DebugType=none --output "$work/policybot/program"
cp "$here"/*.service "$here"/*.timer "$here"/*.env "$here"/*.sysusers "$here"/policybot.sh "$here"/install.sh "$here"/Caddyfile "$here"/nginx.conf "$here"/README.md "$work/policybot"
tar -C "$work" --owner=0 --group=0 -czf "$to/policybot-linux-x64.tar.gz" policybot
ls -l "$to/policybot-linux-x64.tar.gz"
