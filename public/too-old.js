// For browsers without modules: they cannot run the rest. Plain old JavaScript on purpose.
window.addEventListener('DOMContentLoaded', function () {
  var wait = document.getElementById('wait');
  if (wait) {
    wait.className = 'first-note';
    wait.textContent =
      'Peramban ini terlalu lama untuk Rumah DataKu. Perbarui Chrome, Firefox, atau Safari, lalu buka lagi. ' +
      '(This browser is too old: update it and open this page again.)';
  }
});
