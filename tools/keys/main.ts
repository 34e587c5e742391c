// npm run keys: the centre key. `bundle` makes the single file that draws it on a computer without a network.
if (process.argv[2] === 'bundle') {
  const { bundleCommand } = await import('./bundle.ts');
  await bundleCommand();
} else {
  await import('./keys.ts');
}

export {};
