#!/usr/bin/env bash
# Grants the bot what it needs in Microsoft Graph. An assignment of an application permission is the admin's consent to it:
# whoever runs this is Privileged Role Administrator (or Global Administrator) and signed in with: az login
#
# usage: permissions.sh APP-ID FOR...     FOR: reminders, mail, install, groups, manager
#        permissions.sh APP-ID --show     what is granted now; nothing is changed
# APP-ID is MicrosoftAppId: of the managed identity in Azure, or of the app registration. Again: what is there already stays.
set -euo pipefail

# What for, the permission, and what the bot does with it. docs/graph.md has which settings need it.
permissions() {
  cat << 'END'
reminders TeamsActivity.Send                                        puts a notice into the activity feed
reminders Calendars.ReadWrite                                       puts a review into the reviewer's calendar and takes it out again; Exchange can keep it to a few mailboxes
reminders Tasks.ReadWrite.All                                       writes a task into To Do and ticks it off
mail      Mail.Send                                                 sends a reminder from the mailbox of Graph:MailFrom; Exchange can keep it to that one
install   TeamsAppInstallation.ReadWriteAndConsentSelfForUser.All   installs itself for whoever is on the roster, itself only
install   TeamsAppInstallation.ReadForUser.All                      finds the chat that comes with an installation
install   AppCatalog.Read.All                                       finds itself in the organisation's catalogue
groups    GroupMember.Read.All                                      reads who is in the group of all staff, or in the manager's
groups    User.Read.All                                             reads the names and emails of those members
manager   User.Read.All                                             reads who is somebody's manager in Entra
END
}

usage() { sed -n '5,7s/^# \{0,1\}//p' "$0" >&2; exit 2; }
[ $# -ge 2 ] || usage
app="$1"
shift
graph_app=00000003-0000-0000-c000-000000000000 # Microsoft Graph, in every tenant.

bot="$(az ad sp show --id "$app" --query id --output tsv)" || { echo "There is no app $app in this tenant. Check MicrosoftAppId, and az account show." >&2; exit 1; }
graph="$(az ad sp show --id "$graph_app" --query id --output tsv)"
assignments="https://graph.microsoft.com/v1.0/servicePrincipals/$bot/appRoleAssignments"
granted="$(az rest --method GET --url "$assignments" --query "value[?resourceId=='$graph'].appRoleId" --output tsv)"

role() { az ad sp show --id "$graph_app" --query "appRoles[?value=='$1' && contains(allowedMemberTypes, 'Application')].id | [0]" --output tsv; }
has() { grep -qxF "$1" <<< "$granted"; }

if [ "$1" = --show ]; then
  permissions | while read -r what name does; do
    if has "$(role "$name")"; then echo "granted  $name: $does"; else echo "missing  $name: $does ($what)"; fi
  done
  exit 0
fi

for what in "$@"; do
  permissions | grep -q "^$what " || { echo "'$what' is none of: reminders, mail, install, groups, manager." >&2; usage; }
done
for what in "$@"; do
  while read -r _ name does; do
    id="$(role "$name")"
    if has "$id"; then
      echo "was there  $name: $does"
    else
      az rest --method POST --url "$assignments" --headers Content-Type=application/json --output none \
        --body "{\"principalId\":\"$bot\",\"resourceId\":\"$graph\",\"appRoleId\":\"$id\"}"
      granted="$granted"$'\n'"$id"
      echo "granted    $name: $does"
    fi
  done < <(permissions | grep "^$what ")
done
echo "Done. It can take an hour until the bot's next token has them; then: policybot graph check"
