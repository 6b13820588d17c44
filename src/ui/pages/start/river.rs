//! The picture of the sample village: houses on stilts at a river, a boat, the row of teeth of sasirangan cloth.

use leptos::prelude::*;

/// The picture; it says nothing that the words beside it do not say.
pub(super) fn river() -> AnyView {
    view! {
        <svg class="river" viewBox="0 0 320 104" preserveAspectRatio="xMidYMax slice" aria-hidden="true" focusable="false">
            <circle class="river-sun" cx="262" cy="30" r="15"/>
            <path class="river-bank" d="M0 66c40-10 82-12 130-9 62 4 112 4 190-7v24H0z"/>
            <path class="river-leg" d="M40 52v22M52 52v22M84 52v22M96 52v22M150 50v22M162 50v22M190 50v22M202 50v22"/>
            <path class="river-house" d="M36 34h64v20H36zM146 32h60v20h-60z"/>
            <path class="river-roof" d="M28 36 68 12l40 24zM138 34l38-22 38 22z"/>
            <path class="river-door" d="M62 40h12v14H62zM170 38h12v14h-12z"/>
            <path class="river-water" d="M0 72c16-5 24 5 40 0s24 5 40 0 24 5 40 0 24 5 40 0 24 5 40 0 24 5 40 0 24 5 40 0 24 5 40 0v32H0z"/>
            <path class="river-boat" d="M226 78h72c-4 9-10 12-18 12h-38c-8 0-13-4-16-12z"/>
            <path class="river-roof" d="M244 68h32l4 10h-40z"/>
            <path class="river-teeth" d="M0 104l8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9 8-9 8 9z"/>
        </svg>
    }
    .into_any()
}
