#!/usr/bin/env bash
# Makes the image without a container engine, and runs two replicas of it as their user on a root file system that cannot
# be written to, with PostgreSQL: healthy, answers, backed up and restored. Microsoft's base image is not needed: a Debian
# with this machine's .NET takes its place, in a registry on this machine. Run it as root, on Debian or Ubuntu.
# usage: try.sh      TRY_FOLDER keeps the base image's Debian for the next time.
set -euo pipefail
here="$(cd "$(dirname "$0")" && pwd)"
folder="${TRY_FOLDER:-$(mktemp -d)}"
mkdir -p "$folder"
app=11111111-2222-4333-8444-555555555555 tenant=66666666-7777-4888-8999-000000000000
net="policybot-image-$$" registry_port="${REGISTRY_PORT:-5055}"
export CHANNEL_KEY="$folder/channel.pem"

for program in debootstrap systemd-nspawn docker-registry ip python3 openssl curl dotnet; do
  command -v $program > /dev/null || { echo "Install first: apt-get install debootstrap systemd-container docker-registry iproute2 python3 openssl curl, and the .NET SDK" >&2; exit 2; }
done
pg="$(ls -d /usr/lib/postgresql/*/bin | tail -n 1)" || { echo "Install first: apt-get install postgresql" >&2; exit 2; }

work="$(mktemp -d)"
chmod 755 "$work"
started=()
finish() {
  for pid in "${started[@]}"; do kill "$pid" 2> /dev/null || true; done
  for pid in "${started[@]}"; do wait "$pid" 2> /dev/null || true; done
  ip netns exec "$net" runuser -u postgres -- "$pg/pg_ctl" -D "$work/pg/data" -m immediate stop > /dev/null 2>&1 || true
  ip netns del "$net" 2> /dev/null || true
  rm -rf "$work"
}
trap finish EXIT
say() { printf '\n== %s\n' "$*"; }

say "a base image like Microsoft's: Debian, .NET, the user 1654"
if [ ! -e "$folder/base.tar" ]; then
  debootstrap --variant=minbase --include=libssl3,libstdc++6,ca-certificates,tzdata bookworm "$folder/base" > "$folder/debootstrap.log"
  dotnet="$(dirname "$(readlink -f "$(command -v dotnet)")")"
  mkdir -p "$folder/base/usr/share/dotnet"
  cp -a "$dotnet/dotnet" "$dotnet/host" "$dotnet/shared" "$folder/base/usr/share/dotnet"
  ln -sf /usr/share/dotnet/dotnet "$folder/base/usr/bin/dotnet"
  chroot "$folder/base" useradd --uid 1654 --user-group --create-home app
  rm -rf "$folder"/base/var/cache/apt/* "$folder"/base/var/lib/apt/lists/*
  tar -C "$folder/base" --numeric-owner -cf "$folder/base.tar" .
  rm -rf "$folder/base"
fi

cat > "$work/registry.yml" << END
version: 0.1
log: {level: error, accesslog: {disabled: true}}
storage: {filesystem: {rootdirectory: $work/registry}}
http: {addr: "127.0.0.1:$registry_port"}
END
docker-registry serve "$work/registry.yml" > "$work/registry.log" 2>&1 &
started+=($!)
registry="http://127.0.0.1:$registry_port/v2/base"
for _ in $(seq 40); do curl -sf "http://127.0.0.1:$registry_port/v2/" > /dev/null && break; sleep 0.25; done
digest() { echo "sha256:$(sha256sum "$1" | cut -d' ' -f1)"; }
push() {
  local to
  to="$(curl -sf -X POST -D - -o /dev/null "$registry/blobs/uploads/" | tr -d '\r' | sed -n 's/^[Ll]ocation: //p')"
  curl -sf -X PUT --data-binary "@$1" -H 'Content-Type: application/octet-stream' "$to&digest=$(digest "$1")"
}
gzip -1 -c "$folder/base.tar" > "$work/layer.gz"
printf '{"architecture":"amd64","os":"linux","config":{"Env":["PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin","APP_UID=1654","ASPNETCORE_HTTP_PORTS=8080","DOTNET_RUNNING_IN_CONTAINER=true"]},"rootfs":{"type":"layers","diff_ids":["%s"]}}' \
  "$(digest "$folder/base.tar")" > "$work/config.json"
push "$work/layer.gz"
push "$work/config.json"
printf '{"schemaVersion":2,"mediaType":"application/vnd.docker.distribution.manifest.v2+json","config":{"mediaType":"application/vnd.docker.container.image.v1+json","size":%s,"digest":"%s"},"layers":[{"mediaType":"application/vnd.docker.image.rootfs.diff.tar.gzip","size":%s,"digest":"%s"}]}' \
  "$(stat -c %s "$work/config.json")" "$(digest "$work/config.json")" "$(stat -c %s "$work/layer.gz")" "$(digest "$work/layer.gz")" > "$work/manifest.json"
curl -sf -X PUT --data-binary "@$work/manifest.json" -H 'Content-Type: application/vnd.docker.distribution.manifest.v2+json' "$registry/manifests/1"

say "the image, by dotnet publish"
dotnet publish "$here/../../Bot" -t:PublishContainer --configuration Release --runtime linux-x64 --no-self-contained --verbosity quiet \
  -p:PublishReadyToRun=true -p:DebugType=none -p:ContainerBaseImage="localhost:$registry_port/base:1" -p:ContainerArchiveOutputPath="$work/policybot.tar.gz"
ls -l "$work/policybot.tar.gz"

say "unpacked as an engine does it"
mkdir "$work/image" "$work/root"
tar -C "$work/image" -xf "$work/policybot.tar.gz"
python3 - "$work" << 'END'
import json, os, subprocess, sys
work = sys.argv[1]
image = f"{work}/image"
blob = lambda digest: f"{image}/blobs/{digest.replace(':', '/')}"
if os.path.exists(f"{image}/index.json"):
    manifest = json.load(open(blob(json.load(open(f"{image}/index.json"))["manifests"][0]["digest"])))
    config, layers = blob(manifest["config"]["digest"]), [blob(layer["digest"]) for layer in manifest["layers"]]
else:
    manifest = json.load(open(f"{image}/manifest.json"))[0]
    config, layers = f"{image}/{manifest['Config']}", [f"{image}/{layer}" for layer in manifest["Layers"]]
for layer in layers:
    subprocess.run(["tar", "-C", f"{work}/root", "--numeric-owner", "-xf", layer], check=True)
run = json.load(open(config))["config"]
print(f"{len(layers)} layers, user {run['User']}, entry {run['Entrypoint']}, ports {list(run['ExposedPorts'])}, in {run['WorkingDir']}")
assert run["User"] == "1654" and list(run["ExposedPorts"]) == ["3978/tcp"]
with open(f"{work}/environment", "w") as file:
    file.write("".join(f"--setenv={each}\n" for each in run["Env"]))
with open(f"{work}/entry", "w") as file:
    file.write("\n".join(run["Entrypoint"]))
END
test -e "$work/root/app/Answers/learnt.bin" || { echo "The image has not learnt." >&2; exit 1; }

say "PostgreSQL, with a password"
ip netns add "$net"
ip -n "$net" link set lo up
mkdir "$work/pg"
openssl rand -hex 16 > "$work/pg/password"
chown -R postgres "$work/pg"
runuser -u postgres -- "$pg/initdb" -D "$work/pg/data" -U policybot -A scram-sha-256 --pwfile="$work/pg/password" -E UTF8 --locale=C.UTF-8 > /dev/null
ip netns exec "$net" runuser -u postgres -- "$pg/pg_ctl" -D "$work/pg/data" -w -l "$work/pg/log" -o "-c listen_addresses=127.0.0.1 -c unix_socket_directories=" start > /dev/null

# As compose.yaml runs it: its user, no capability, nothing to write to but /tmp.
mapfile -t environment < "$work/environment"
mapfile -t entry < "$work/entry"
settings=(
  --setenv=MicrosoftAppId=$app --setenv=MicrosoftAppTenantId=$tenant --setenv=MicrosoftAppPassword=secret
  --setenv=BotOpenIdMetadata=http://127.0.0.1:4400/openid --setenv=Storage__Provider=Postgres)
for role in Lead Head Chair Lado SocialCare; do settings+=("--setenv=Safeguarding__${role}__Phone=01234 567890"); done
contain() { # launch=exec where it stays: then its number is that of the container. PORT DATABASE WORDS...
  local port=$1 database=$2
  shift 2
  ${launch:-} systemd-nspawn --quiet --register=no --keep-unit --as-pid2 --pipe --read-only --tmpfs=/tmp --directory="$work/root" --machine="policybot-$port-$RANDOM" \
    --network-namespace-path="/run/netns/$net" --resolv-conf=off --chdir=/app "${environment[@]}" "${settings[@]}" --setenv=ASPNETCORE_HTTP_PORTS="$port" \
    --setenv="Storage__ConnectionString=Host=127.0.0.1;Database=$database;Username=policybot;Password=$(cat "$work/pg/password")" \
    setpriv --reuid=1654 --regid=1654 --clear-groups --no-new-privs --bounding-set=-all "${entry[@]}" "$@" 2> >(grep -v "^Attempted to remove disk file system" >&2)
}
teams() { ip netns exec "$net" python3 "$here/../try/channel.py" "$@"; }
ip netns exec "$net" python3 "$here/../try/channel.py" serve 4400 &
started+=($!)

say "two replicas"
for port in 3978 3979; do
  launch=exec contain $port policybot > "$work/$port.log" 2>&1 &
  started+=($!)
done
for port in 3978 3979; do
  for _ in $(seq 120); do ip netns exec "$net" curl -sf -o /dev/null "http://127.0.0.1:$port/health/ready" && break; sleep 0.5; done
  contain $port policybot health "http://127.0.0.1:$port" || { cat "$work/$port.log"; exit 1; }
  teams ask "http://127.0.0.1:$port" $app $tenant "can i add a mum on insta"
done
ps -eo uid,rss,args | awk '$1==1654 && /policybot.dll/ {print "as user", $1", resident", int($2/1024), "MB"}'
say "what one keeps, the other knows"
teams talk http://127.0.0.1:3978 $app $tenant 50
teams talk http://127.0.0.1:3979 $app $tenant 50
printf 'Name,Id,Email\nJo Smith,P-1,jo@school.example\n' > "$work/root/people.csv"
contain 3978 policybot roster import /people.csv
contain 3978 policybot round paper social-media P-1 2026-09-02 signed on the first day
before="$(contain 3978 policybot register verify)"
echo "$before"

say "a backup and a restore, as the bot says them"
export PGPASSWORD="$(cat "$work/pg/password")"
run_what_is_said() { # DATABASE WORDS...
  contain 3978 "$@" > "$work/said" 2>&1 || true
  for _ in $(seq 50); do grep -q '^  pg_' "$work/said" && break; sleep 0.1; done
  cat "$work/said"
  (PATH="$pg:$PATH"; ip netns exec "$net" sh -ec "$(grep '^  pg_' "$work/said")")
}
run_what_is_said policybot backup "$work/backup.dump"
ip netns exec "$net" "$pg/createdb" --host=127.0.0.1 --username=policybot elsewhere
run_what_is_said elsewhere restore "$work/backup.dump"
after="$(contain 3978 elsewhere register verify)" || true
echo "$after"
[ "$after" = "$before" ] || { echo "The register is not the one that was backed up." >&2; exit 1; }

say "The image was made and run without an engine: two replicas healthy and answering; the register is the same where it was restored."
