#!/bin/sh
# Makes .env with a password for the database that nobody has to know. What is there already is left alone.
set -eu
cd "$(dirname "$0")"
[ -e policybot.env ] || cp policybot.env.example policybot.env
if [ -e .env ]; then
  echo ".env is there already and was left alone."
  exit 0
fi
umask 077
password=$(head -c 24 /dev/urandom | base64 | tr -d '+/=\n')
cat > .env <<END
# What only you may read. Compose reads it by itself.
POSTGRES_PASSWORD='$password'
# The secret of the bot's app registration: its value, not its id.
MicrosoftAppPassword=''
# The name people reach the bot by; PublicAddress in policybot.env is https:// and this.
PUBLIC_NAME='policybot.school.example'
END
echo "Made .env and policybot.env. Next: fill in both."
