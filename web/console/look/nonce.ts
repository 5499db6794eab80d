// The page's nonce, without which the desk's policy lets nobody add a style element.
const nonce = document.querySelector<HTMLMetaElement>('meta[property=csp-nonce]')?.nonce ?? ''

export const styleNonce = (): string => nonce

// The libraries below Mantine's dialogs look for it under this name.
Object.assign(globalThis, { __webpack_nonce__: nonce })
