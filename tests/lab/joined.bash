# Sourced by `samba` for the joined controllers: one domain with two sites, and both serve its DNS. The replication service
# is not started, so a change stays on one controller until a test calls `replicate`.
# shellcheck shell=bash

# Both controllers are name servers for the domain, as one of them may be dead.
resolv_conf=$LAB_ROOT/joined-resolv.conf
inside=("$HERE/names-from" "$resolv_conf")
printf 'nameserver %s\n' 127.0.0.21 127.0.0.22 >"$resolv_conf.$$"
mv "$resolv_conf.$$" "$resolv_conf"

add_sites() { within samba-tool sites create Skolan -H "$sam"; }

join() {
  running pdc || die "'bdc' joins 'pdc', which is not running"
  within samba-tool domain join "$DNS" DC --server="pdc.$DNS" --site="$site" --dns-backend=SAMBA_INTERNAL \
    --username=Administrator --workgroup="$NETBIOS" --password="$ADMIN_PASSWORD" --option="netbios name=${host^^}" "${options[@]}"
  # The controller has only a loopback address, which it does not register by itself.
  within samba_dnsupdate -s "$data/etc/smb.conf" --use-samba-tool --rpc-server-ip=127.0.0.21 --current-ip="$address" --all-names
  # Both controllers issue tickets, so both must have it.
  ( sam=$RUN/pdc/private/sam.ldb; register )
  # The domain itself comes last: after it, the others report nothing new.
  local context
  for context in "DC=DomainDnsZones,$BASE" "DC=ForestDnsZones,$BASE" "$BASE"; do pull pdc "$context"; done
}

# pull FROM NAMING-CONTEXT [OPTION]: replicates from another controller, directly into the database.
pull() {
  within samba-tool drs replicate "$host.$DNS" "$1.$DNS" "$2" ${3:+"$3"} --local --machine-pass -s "$data/etc/smb.conf"
}

# replicate TO [DN]: `name` is the source.
replicate() {
  [[ $1 == pdc || $1 == bdc ]] || usage
  host=$1 data=$RUN/$1
  pull "$name" "${2:-$BASE}" ${2:+--single-object}
}
