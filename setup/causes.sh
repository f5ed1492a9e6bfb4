# shellcheck shell=bash
# Why fetching failed, and what to do: pip's last line tells neither.

# cause LOG: prints one sentence or two, ending without a full stop
cause() {
  local log=$1
  has() { grep -qiE "$1" "$log"; }
  if has 'CERTIFICATE_VERIFY_FAILED|certificate verify failed|self.signed certificate|unable to get local issuer|Certificate verification failed'; then
    printf '%s' "a certificate on the way is not trusted; a proxy may be reading the traffic, as on many police" \
      " networks. Ask for its certificate as a file and run: export PIP_CERT=/path/to/that-file.pem"
  elif has 'ProxyError|Cannot connect to proxy|Tunnel connection failed|407 Proxy|proxy authentication'; then
    printf '%s' "the proxy refused. Ask for its address and run: export HTTPS_PROXY=http://name:password@proxy:port"
  elif has 'name resolution|Name or service not known|nodename nor servname|getaddrinfo failed|failure resolving|Could not resolve|No address associated'; then
    printf '%s' "the names of other machines cannot be looked up, so there is no network, or only a proxy." \
      " Connect; or ask for the proxy and run: export HTTPS_PROXY=http://proxy:port"
  elif has 'Network is unreachable|Connection refused|No route to host|timed out|ConnectTimeout|NewConnectionError|Could not connect|Connection reset'; then
    printf '%s' "other machines cannot be reached, so there is no network, or a firewall is in the way." \
      " Connect; or ask for the proxy and run: export HTTPS_PROXY=http://proxy:port"
  elif has 'No space left on device'; then
    printf '%s' "the disk is full. Make room and run the command again"
  elif has 'DO NOT MATCH THE HASHES'; then
    printf '%s' "a package is not what its hash says, so nothing of it was used. Try again; if it stays so, tell the maintainers"
  elif has 'Could not get lock|Unable to acquire the dpkg'; then
    printf '%s' "another program is installing packages. Wait for it and run the command again"
  else
    printf '%s' "$(grep -m 1 -E '^(ERROR|E):?' "$log" || printf 'it gave no reason')"
  fi
}
