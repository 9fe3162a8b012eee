#!/usr/bin/env bash
# Follows README.md on a clean Debian that is started as a container with its own systemd, asks a question over HTTP,
# backs up while turns are kept, and restores on a second clean Debian. Run it as root, on Debian or Ubuntu.
# usage: try.sh [ARCHIVE]      made by package.sh; without one it is made here
# TRY_FOLDER keeps the clean Debian for the next time.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="${TRY_FOLDER:-$(mktemp -d)}"
mkdir -p "$folder"
archive="${1:-}"
app=11111111-2222-4333-8444-555555555555 tenant=66666666-7777-4888-8999-000000000000
net="policybot-try-$$"
export CHANNEL_KEY="$folder/channel.pem"

for program in debootstrap systemd-nspawn ip python3 openssl nsenter; do
  command -v $program > /dev/null || { echo "Install first: apt-get install debootstrap systemd-container iproute2 python3 openssl util-linux" >&2; exit 2; }
done

started=()
finish() {
  [ $? = 0 ] || inside journalctl -u policybot -u policybot-backup -u caddy --no-pager -o cat 2> /dev/null | tail -n 20 || true
  for pid in "${started[@]}"; do kill "$pid" 2> /dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2> /dev/null || true; done
  ip netns del "$net" 2> /dev/null || true
  rm -rf "$folder/first" "$folder/second"
}
trap finish EXIT
say() { printf '\n== %s\n' "$*"; }

# Boots a copy of the clean Debian; its processes are reached by the number of its first.
boot() {
  cp -a "$folder/clean" "$folder/$1"
  echo "127.0.0.1 localhost" > "$folder/$1/etc/hosts" # An installed Debian has it, debootstrap's has not.
  systemd-nspawn --quiet --boot --register=no --keep-unit --directory="$folder/$1" --machine="policybot-$1" \
    --network-namespace-path="/run/netns/$net" --resolv-conf=off > "$folder/$1.log" 2>&1 &
  started+=($!)
  local outer=$!
  for _ in $(seq 120); do
    init="$(pgrep -P "$outer" | head -n 1)" || init=""
    if [ -n "$init" ]; then
      case "$(inside systemctl is-system-running 2> /dev/null || true)" in running | degraded) return ;; esac
    fi
    sleep 0.5
  done
  cat "$folder/$1.log"; exit 1
}
inside() { nsenter --target "$init" --mount --uts --ipc --net --pid --root --wd env -i PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root "$@"; }

# What stands in the page under a heading between ```sh and ```, word for word.
step() {
  say "README: $1"
  local commands
  commands="$(awk -v heading="## $1" '/^## /{on=($0==heading)} on&&/^```$/{code=0} on&&code{print} on&&/^```sh$/{code=1}' "$here/README.md")"
  [ -n "$commands" ] || { echo "README.md has no commands under '$1'." >&2; exit 1; }
  printf '%s\n' "sudo() { \"\$@\"; }" "set -eux" "cd /root" "$commands" | inside bash
}
settings() {
  say "settings filled in"
  inside sed -i -e "s/^MicrosoftAppId=.*/MicrosoftAppId=\"$app\"/" -e "s/^MicrosoftAppTenantId=.*/MicrosoftAppTenantId=\"$tenant\"/" \
    -e 's/^\(Safeguarding__.*__Phone\)=.*/\1="01234 567890"/' -e 's/^\(Safeguarding__.*__Name\)=.*/\1="Sam O'"'"'Brien"/' /etc/policybot/policybot.env
  inside sed -i 's/^MicrosoftAppPassword=.*/MicrosoftAppPassword="a~secret.with_marks"/' /etc/policybot/secrets.env
  # The stand-in for Teams has its key here.
  inside sh -c 'echo BotOpenIdMetadata=http://127.0.0.1:4400/openid >> /etc/policybot/policybot.env'
}
teams() { ip netns exec "$net" python3 "$here/../try/channel.py" "$@"; }

if [ -z "$archive" ]; then
  bash "$here/package.sh" "$folder"
  archive="$folder/policybot-linux-x64.tar.gz"
fi
if [ ! -d "$folder/clean" ]; then
  say "a clean Debian"
  debootstrap --variant=minbase --include=systemd,libssl3,libstdc++6,ca-certificates,tzdata,caddy bookworm "$folder/clean" > "$folder/debootstrap.log"
fi
ip netns add "$net"
ip -n "$net" link set lo up
ip netns exec "$net" python3 "$here/../try/channel.py" serve 4400 &
started+=($!)

boot first
cp "$archive" "$folder/first/root/policybot-linux-x64.tar.gz"
step "2. Install"
settings
step "5. Start it"
say "a question over HTTP, with a token signed for the bot"
teams ask http://127.0.0.1:3978 $app $tenant "can i add a mum on insta"
say "the same through Caddy, and what Caddy keeps inside"
inside sed -i -e 's/^policybot.school.example {/localhost {\n\ttls internal/' /root/policybot/Caddyfile
step "6. Let Teams reach it"
for _ in $(seq 40); do ip netns exec "$net" curl -ksf -o /dev/null https://localhost/policies/social-media && break; sleep 0.5; done
ip netns exec "$net" curl -ksf https://localhost/policies/social-media | grep -o '<title>.*</title>'
[ "$(ip netns exec "$net" curl -ks -o /dev/null -w '%{http_code}' https://localhost/health/ready)" = 404 ]
[ "$(ip netns exec "$net" curl -ks -o /dev/null -w '%{http_code}' https://localhost/metrics)" = 404 ]
say "as whom it runs, and what it may"
inside sh -c 'id policybot; grep -E "^(Uid|NoNewPrivs|CapEff|Seccomp|VmRSS):" "/proc/$(systemctl show --property=MainPID --value policybot)/status"'
inside sh -c 'systemd-analyze security --no-pager policybot policybot-backup | grep level'
inside sh -c 'stat -c "%a %U %n" /etc/policybot/secrets.env /var/lib/policybot /var/lib/policybot/policybot.db /var/backups/policybot'
say "entries in the register"
printf 'Name,Id,Email\nJo Smith,P-1,jo@school.example\nAl Jones,P-2,al@school.example\n' > "$folder/first/var/lib/policybot/people.csv"
inside policybot roster import /var/lib/policybot/people.csv
inside policybot round paper social-media P-1 2026-09-02 signed on the first day
before="$(inside policybot register verify)"
echo "$before"
say "a backup while turns are kept"
teams talk http://127.0.0.1:3978 $app $tenant 1000 &
talk=$!
step "7. Back up every night"
wait $talk
inside journalctl -u policybot-backup --no-pager -o cat | grep "Backed up"
say "a restore while the bot runs is refused"
if inside policybot restore "$(inside sh -c 'ls /var/backups/policybot/*.db' | tail -n 1)" --replace; then exit 1; fi

kill -RTMIN+4 "$init"; wait "${started[1]}" || true
boot second
cp "$archive" "$folder/second/root/policybot-linux-x64.tar.gz"
step "2. Install"
settings
step "5. Start it"
cp "$folder"/first/var/backups/policybot/*.db "$folder/second/var/backups/policybot/"
step "Restore"
[ "$(inside policybot register verify)" = "$before" ] || { echo "The register is not the one that was backed up." >&2; exit 1; }
inside policybot health --wait
teams ask http://127.0.0.1:3978 $app $tenant "can i post a photo of the children"
say "The page was followed on two clean machines; the register is the same on both."
