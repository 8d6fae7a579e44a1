// The filters in the form of the search page.

import { filtersIn, kinds } from './address.js';
import { element } from './view.js';

/**
 * @param {HTMLFormElement} form
 * @param {Element} place where those go that the form has no place for
 */
export function filterForm(form, place) {
  const selectOf = name => form.querySelector(`select[name=${name}]`);

  // What is not chosen does not stand in the address.
  form.addEventListener('formdata', ({ formData }) => {
    for (const kind of kinds) if (!formData.get(kind)) formData.delete(kind);
  });

  function clear() {
    for (const input of form.querySelectorAll('[type=checkbox]')) input.checked = false;
    for (const select of form.querySelectorAll('select')) select.value = '';
  }

  function choose(select, value) {
    if (![...select.options].some(option => option.value === value)) select.add(new Option(value));
    select.value = value;
    select.parentElement.hidden = false;
  }

  return {
    chosen: () => filtersIn(new FormData(form)),

    clear,

    /** Chooses these and no others. @param {{kind: string, value: string}[]} filters */
    put(filters) {
      clear();
      for (const { kind, value } of filters) {
        const input = [...form.querySelectorAll(`input[name=${kind}]`)].find(input => input.value === value), select = selectOf(kind);
        if (input) input.checked = true;
        else if (select && !select.value) choose(select, value);
        else place.append(element('label', { class: 'pill' }, element('input', { type: 'checkbox', name: kind, value, checked: '' }), ` ${value}`));
      }
    },

    /**
     * Gives a choice its options; what is chosen stays so.
     * @param {'speaker' | 'year'} name
     * @param {{value: string, count?: number}[]} options
     */
    fill(name, options) {
      const select = selectOf(name), { value } = select;
      // Options must not change under the reader's hand.
      if (select === document.activeElement) return;
      if (value && !options.some(option => option.value === value)) options.unshift({ value, count: 0 });
      select.replaceChildren(select.options[0], ...options.map(({ value, count }) => element('option', { value }, count === undefined ? value : `${value} (${count})`)));
      select.value = value;
      select.parentElement.hidden = false;
    },

    /** Writes beside each theme how many of the hits it has. @param {(theme: string) => number | string} countOf by id, or "none" */
    countThemes(countOf) {
      for (const input of form.querySelectorAll('fieldset [name=theme]')) input.parentElement.lastElementChild.textContent = countOf(input.value);
    },
  };
}

/** Filters in one text, alike for all orders. @param {{kind: string, value: string}[]} filters */
export const inWords = filters => filters.map(({ kind, value }) => `${kind} ${value}`).sort().join('\n');
