#!/bin/sh
# /usr/local/bin/policybot: a command of the bot, as the user and with the settings of the service. Run it as root.
set -eu
[ "$(id -u)" = 0 ] || { echo "Run it as root: sudo policybot $*" >&2; exit 2; }

# As systemd reads the files: NAME=VALUE or NAME="VALUE", and nothing of it is run.
for file in /etc/policybot/policybot.env /etc/policybot/secrets.env; do
  while IFS= read -r line || [ -n "$line" ]; do
    case "$line" in
      [A-Za-z]*=*)
        value=${line#*=}
        case "$value" in
          '"'*'"' | "'"*"'") value=${value#?} value=${value%?} ;;
        esac
        export "${line%%=*}=$value" ;;
    esac
  done < "$file"
done

export DOTNET_EnableDiagnostics=0
umask 077
exec setpriv --reuid=policybot --regid=policybot --clear-groups --no-new-privs --bounding-set=-all /opt/policybot/policybot "$@"
