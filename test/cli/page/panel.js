document.title += ' (drawn)';
