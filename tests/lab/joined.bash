# Sourced by `samba`: what only the joined controllers have. They are one domain, each in a site of its own, and both serve
# its DNS. The service that replicates is not started: one is behind until a test says `replicate`.
# shellcheck shell=bash

# Their names are theirs to tell, so whoever is to know them asks them. Both: one of them may be dead.
resolv_conf=$LAB_ROOT/joined-resolv.conf
inside=("$HERE/names-from" "$resolv_conf")
printf 'nameserver %s\n' 127.0.0.21 127.0.0.22 >"$resolv_conf.$$"
mv "$resolv_conf.$$" "$resolv_conf"

add_sites() { within samba-tool sites create Skolan -H "$sam"; }

join() {
  running pdc || die "'bdc' joins 'pdc', which is not running"
  within samba-tool domain join "$DNS" DC --server="pdc.$DNS" --site="$site" --dns-backend=SAMBA_INTERNAL \
    --username=Administrator --workgroup="$NETBIOS" --password="$ADMIN_PASSWORD" --option="netbios name=${host^^}" "${options[@]}"
  # It is not known to itself by any address but a loopback one, which it would not register by itself.
  within samba_dnsupdate -s "$data/etc/smb.conf" --use-samba-tool --rpc-server-ip=127.0.0.21 --current-ip="$address" --all-names
  # Whichever of the two gives tickets out must know it.
  ( sam=$RUN/pdc/private/sam.ldb; register )
  # The domain itself last: asked after it, the others seem to have nothing new.
  local context
  for context in "DC=DomainDnsZones,$BASE" "DC=ForestDnsZones,$BASE" "$BASE"; do pull pdc "$context"; done
}

# pull FROM NAMING-CONTEXT [OPTION]: as one controller asks another. What it lacks is written past the server, into its database.
pull() {
  within samba-tool drs replicate "$host.$DNS" "$1.$DNS" "$2" ${3:+"$3"} --local --machine-pass -s "$data/etc/smb.conf"
}

# replicate TO [DN], where `name` is the one that has it.
replicate() {
  [[ $1 == pdc || $1 == bdc ]] || usage
  host=$1 data=$RUN/$1
  pull "$name" "${2:-$BASE}" ${2:+--single-object}
}
