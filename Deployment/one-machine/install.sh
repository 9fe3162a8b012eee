#!/bin/sh
# Puts the program of this folder where it belongs, the first time and for each new version. Run it as root.
# Settings, secrets and the database are never touched once they are there.
set -eu
here=$(cd "$(dirname "$0")" && pwd)
[ "$(id -u)" = 0 ] || { echo "Run it as root: sudo sh $0" >&2; exit 2; }
[ -x "$here/program/policybot" ] || { echo "There is no program beside this file. Unpack the whole of policybot-linux-x64.tar.gz." >&2; exit 2; }
version=$("$here/program/policybot" --version) || {
  echo "The program does not run here. It needs: apt-get install libssl3 libstdc++6 ca-certificates tzdata (on Ubuntu 24.04 libssl3t64)" >&2
  exit 1
}
runs=no
if [ -d /run/systemd/system ] && systemctl --quiet is-active policybot; then
  runs=yes
fi

install -D -m 0644 "$here/policybot.sysusers" /usr/lib/sysusers.d/policybot.conf
systemd-sysusers /usr/lib/sysusers.d/policybot.conf
install -d -m 0700 -o policybot -g policybot /var/lib/policybot /var/backups/policybot

install -d -m 0755 /etc/policybot
[ -e /etc/policybot/policybot.env ] || install -m 0644 "$here/policybot.env" /etc/policybot/policybot.env
[ -e /etc/policybot/secrets.env ] || install -m 0600 "$here/secrets.env" /etc/policybot/secrets.env

[ "$runs" = no ] || systemctl stop policybot
rm -rf /opt/policybot.new
cp -R "$here/program" /opt/policybot.new
chown -R root:root /opt/policybot.new
chmod -R u=rwX,go=rX /opt/policybot.new
rm -rf /opt/policybot.old
[ ! -e /opt/policybot ] || mv /opt/policybot /opt/policybot.old
mv /opt/policybot.new /opt/policybot

install -m 0755 "$here/policybot.sh" /usr/local/bin/policybot
install -m 0644 "$here/policybot.service" "$here/policybot-backup.service" "$here/policybot-backup.timer" /etc/systemd/system/
if [ -d /run/systemd/system ]; then
  systemctl daemon-reload
fi
[ "$runs" = no ] || systemctl start policybot

echo "$version is installed in /opt/policybot. Next: the settings in /etc/policybot/policybot.env"
