// Leads from the file at an old address to where its page is now. A redirect in HTML would forget the passage behind the hash.

const to = new URL(document.currentScript.dataset.to, location);
to.search = location.search;
to.hash ||= location.hash;
location.replace(to);
