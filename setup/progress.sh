# shellcheck shell=bash
# Turns what pip or apt-get tells into "N of M", so that no one wonders whether anything happens.

TICK=${PEERHUB_TICK:-5} # seconds after which silence is broken

# show LINE: on a terminal in place of the line before, else as a line of its own
show() {
  if [ -t 1 ]; then printf '\r\033[K  %s' "$1"; else printf '  %s\n' "$1"; fi
}

# count WORD N M: every one on a terminal, else every twentieth and the last
count() {
  if [ -t 1 ] || [ $(($2 % 20)) = 0 ] || [ "$2" = "$3" ]; then
    if [ "$3" = 0 ]; then show "$1 $2"; else show "$1 $2 of $3"; fi
  fi
}

# show_progress [M]: reads lines to their end; M is how many packages they will name, if known
show_progress() {
  local line total=${1:-0} fetched=0 put=0 silent=0 status retried='' what=waiting
  while :; do
    status=0
    IFS= read -r -t "$TICK" line || status=$?
    if [ "$status" -gt 128 ]; then
      silent=$((silent + TICK))
      show "still $what ($silent seconds)"
      continue
    fi
    if [ "$status" != 0 ]; then break; fi
    silent=0
    case $line in
      'Collecting '* | 'Requirement already'* | 'Get:'*)
        fetched=$((fetched + 1)) what=fetching
        count fetched "$fetched" "$total"
        ;;
      'Installing collected packages'*) what='putting them in place' && show 'putting them in place' ;;
      'Unpacking '* | 'Preparing to unpack'*) what='unpacking' ;;
      'Setting up '*)
        put=$((put + 1)) what='setting them up'
        count 'set up' "$put" "$total"
        ;;
      *' newly installed, '*) line=${line%% newly installed*} && total=${line##* } ;;
      *' Installing: '*) line=${line##* Installing: } && total=${line%%,*} ;;
      'WARNING: Retrying'*)
        if [ -z "$retried" ]; then show 'no answer from the package index; trying again'; fi
        retried=yes
        ;;
    esac
  done
  if [ -t 1 ]; then printf '\r\033[K'; fi
}
