// Shows the passkey forms where the browser knows passkeys, and fills them in. Without it the other ways remain.
(() => {
  "use strict";
  if (!window.PublicKeyCredential) {
    return;
  }
  const bytes = (text) =>
    Uint8Array.from(atob(text.replace(/-/g, "+").replace(/_/g, "/")), (c) => c.charCodeAt(0));
  const text = (buffer) =>
    btoa(String.fromCharCode(...new Uint8Array(buffer)))
      .replace(/\+/g, "-").replace(/\//g, "_").replace(/=+$/, "");
  const known = (list) => (list || []).map((one) => ({ ...one, id: bytes(one.id) }));

  const create = async (options) => {
    const made = await navigator.credentials.create({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        user: { ...options.user, id: bytes(options.user.id) },
        excludeCredentials: known(options.excludeCredentials),
      },
    });
    return {
      id: made.id,
      rawId: text(made.rawId),
      type: made.type,
      response: {
        attestationObject: text(made.response.attestationObject),
        clientDataJSON: text(made.response.clientDataJSON),
        transports: made.response.getTransports ? made.response.getTransports() : [],
      },
      clientExtensionResults: made.getClientExtensionResults(),
      authenticatorAttachment: made.authenticatorAttachment,
    };
  };

  const prove = async (options) => {
    const proof = await navigator.credentials.get({
      publicKey: {
        ...options,
        challenge: bytes(options.challenge),
        allowCredentials: known(options.allowCredentials),
      },
    });
    return {
      id: proof.id,
      rawId: text(proof.rawId),
      type: proof.type,
      response: {
        authenticatorData: text(proof.response.authenticatorData),
        clientDataJSON: text(proof.response.clientDataJSON),
        signature: text(proof.response.signature),
        userHandle: proof.response.userHandle ? text(proof.response.userHandle) : undefined,
      },
      clientExtensionResults: proof.getClientExtensionResults(),
      authenticatorAttachment: proof.authenticatorAttachment,
    };
  };

  for (const form of document.querySelectorAll("form[data-passkey]")) {
    form.hidden = false;
    form.addEventListener("submit", async (event) => {
      event.preventDefault();
      const failure = form.querySelector("[data-passkey-failure]");
      failure.hidden = true;
      try {
        const answer = await fetch(form.dataset.passkeyOptions, {
          method: "POST",
          body: new URLSearchParams(new FormData(form)),
        });
        if (!answer.ok) {
          throw new Error("no options");
        }
        const options = await answer.json();
        const credential = form.dataset.passkey === "create" ? await create(options) : await prove(options);
        form.elements.credential.value = JSON.stringify(credential);
        form.submit();
      } catch {
        failure.hidden = false;
      }
    });
  }
})();
