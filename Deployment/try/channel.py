#!/usr/bin/env python3
"""Stands in for Teams where an installation is tried: publishes a signing key, and asks the bot with tokens signed by it.

channel.py serve PORT                      the key, and what says where it is (BotOpenIdMetadata=http://127.0.0.1:PORT/openid)
channel.py ask ADDRESS APP TENANT TEXT     one question; prints the answer's text, exits with 1 where there is none
channel.py talk ADDRESS APP TENANT COUNT   as many turns that are kept, each in a conversation of its own

The key is made beside the file that CHANNEL_KEY names (channel.pem here). Needs openssl.
"""
import base64, http.server, json, os, subprocess, sys, time, urllib.error, urllib.request, uuid

KEY = os.environ.get("CHANNEL_KEY", "channel.pem")
SERVICE = "https://smba.trafficmanager.net/uk/"


def url64(data):
    return base64.urlsafe_b64encode(data).rstrip(b"=").decode()


def openssl(*words, data=b""):
    return subprocess.run(["openssl", *words], input=data, capture_output=True, check=True).stdout


def token(app):
    now = int(time.time())
    head = {"alg": "RS256", "typ": "JWT", "kid": "try"}
    claims = {"iss": "https://api.botframework.com", "aud": app, "serviceurl": SERVICE, "nbf": now - 60, "exp": now + 3600}
    text = ".".join(url64(json.dumps(part).encode()) for part in (head, claims))
    return f"{text}.{url64(openssl('dgst', '-sha256', '-sign', KEY, data=text.encode()))}"


def ask(address, bearer, tenant, text, conversation="a:try"):
    person = {"id": "29:try", "aadObjectId": str(uuid.uuid5(uuid.NAMESPACE_URL, conversation)), "name": "Jo Try"}
    activity = {
        "type": "message", "id": str(uuid.uuid4()), "channelId": "msteams", "serviceUrl": SERVICE, "text": text,
        "deliveryMode": "expectReplies", "from": person, "recipient": {"id": "28:bot"},
        "conversation": {"id": conversation, "conversationType": "personal", "tenantId": tenant},
        "channelData": {"tenant": {"id": tenant}}}
    headers = {"Content-Type": "application/json", "Authorization": f"Bearer {bearer}"}
    request = urllib.request.Request(f"{address}/api/messages", json.dumps(activity).encode(), headers)
    with urllib.request.urlopen(request, timeout=20) as answer:
        return json.load(answer).get("activities", [])


def serve(port):
    if not os.path.exists(KEY):
        openssl("genrsa", "-out", KEY, "2048")
    modulus = bytes.fromhex(openssl("rsa", "-in", KEY, "-noout", "-modulus").decode().strip().split("=")[1])
    keys = {"keys": [{"kty": "RSA", "use": "sig", "kid": "try", "n": url64(modulus), "e": "AQAB", "endorsements": ["msteams"]}]}
    pages = {"/openid": {"issuer": "https://api.botframework.com", "jwks_uri": f"http://127.0.0.1:{port}/keys"}, "/keys": keys}

    class Pages(http.server.BaseHTTPRequestHandler):
        def do_GET(self):
            body = json.dumps(pages.get(self.path, {})).encode()
            self.send_response(200 if self.path in pages else 404)
            self.send_header("Content-Type", "application/json")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *_):
            pass

    http.server.ThreadingHTTPServer(("127.0.0.1", port), Pages).serve_forever()


def main(verb, *words):
    if verb == "serve":
        serve(int(words[0]))
    address, app, tenant, what = words
    bearer = token(app)
    if verb == "talk":
        for turn in range(int(what)):
            if not ask(address, bearer, tenant, "walk me through something", f"a:talk-{turn}-{time.time()}"):
                sys.exit(f"turn {turn} was not answered")
        return print(f"{what} turns answered")
    texts = [activity.get("text") or json.dumps(activity.get("attachments", ""))[:400] for activity in ask(address, bearer, tenant, what)]
    print("\n".join(texts))
    sys.exit(0 if texts else 1)


if __name__ == "__main__":
    try:
        main(*sys.argv[1:])
    except urllib.error.HTTPError as refused:
        sys.exit(f"refused with {refused.code}: {refused.read().decode()[:200]}")
